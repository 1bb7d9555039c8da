import type { Source } from '@zhibiao/shared';
import type { Shown } from '../calendar.ts';
import type { RehearsedReport } from '../report.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** of a text body; utf-8 where it is not given */
  readonly charset?: 'utf-8' | 'gb18030';
}

/** What a site looks at before it answers. */
export interface Ask {
  /** path with its query */
  readonly path: string;
  readonly cookie: string;
  /** milliseconds since the last request to this site */
  readonly pauseMs: number;
  readonly report: RehearsedReport | null;
}

/** One way in which a site publishes reports. */
export interface SiteKind {
  readonly name: string;
  readonly about: string;
  /** fields of its source beside id, name and politeness; addresses are paths */
  readonly source: Partial<Omit<Source, 'start' | 'sitemaps'>> & { start: string; sitemap?: string };
  /** where a report stands; `moved`: its second address */
  path(report: RehearsedReport, moved: boolean): string;
  /** the list pages of a day, by path */
  lists(shown: readonly Shown[]): Map<string, Answer>;
  /** the pages of one report, by path; the first is that of `path` */
  pages(report: RehearsedReport, path: string): Map<string, Answer>;
  /** answers in place of a page: a wall, a limit */
  gate?(ask: Ask): Answer | null;
  /** the report is there but nobody may read it: it must not be found */
  hidden?(report: RehearsedReport): boolean;
}

export const html = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>\n${body}\n</body></html>`;

/** The report's blocks as paragraphs of a rich-text editor. */
export const paragraphs = (report: RehearsedReport, from = 0, to = Number.POSITIVE_INFINITY): string =>
  report.blocks
    .slice(from, to)
    .map(({ heading, text }) => (heading ? `<p><strong>${text}</strong></p>` : `<p>　　${text}</p>`))
    .join('\n');

/** The pages that a list of a day links to. */
export const linked = (shown: readonly Shown[]): Shown[] => shown.filter(({ gone }) => !gone);
