import type { Article, Section, Span } from '@zhibiao/shared';
import type { DocumentDetail } from '@zhibiao/store';
import { html } from 'hono/html';
import { type Highlight, lines, type Segment, segments } from './highlight.ts';
import type { Html } from './layout.ts';

/** The text of an article as paragraphs, the words of every observation marked; what is outside the report is pale. */
export function articleText(article: Article, { version, observations }: DocumentDetail): Html {
  const { span, sections } = version.report;
  const kinds = new Map(observations.map(({ id, observation }) => [id, observation.kind]));
  const highlights: Highlight[] = observations.map(({ id, observation }) => ({
    key: id,
    ...observation.span,
  }));
  // Each line gets its own few highlights: a long text has hundreds of both.
  const ordered = [...highlights].sort((a, b) => a.start - b.start);
  let from = 0;
  return html`<h2 class="article-title">${article.title}</h2>${lines(article.text).map((line) => {
    while (from < ordered.length && ordered[from]!.end <= line.start) from++;
    const own: Highlight[] = [];
    for (let i = from; i < ordered.length && ordered[i]!.start < line.end; i++) own.push(ordered[i]!);
    return paragraph(segments(article.text, line, own), line, { span, sections, kinds });
  })}`;
}

interface Frame {
  readonly span: Span;
  readonly sections: readonly Section[];
  readonly kinds: ReadonlyMap<string, string>;
}

function paragraph(parts: Segment[], line: Span, { span, sections, kinds }: Frame): Html {
  const heading = sections.find((s) => s.start >= line.start && s.start < line.end);
  const inside = line.start < span.end && line.end > span.start;
  const level = heading ? `heading level-${Math.min(heading.level, 3)}` : '';
  return html`<p class="${level} ${inside ? '' : 'outside'}">${parts.map((part) => stretch(part, kinds))}</p>`;
}

function stretch({ text, covers, begins }: Segment, kinds: Frame['kinds']): Html {
  if (covers.length === 0) return html`${text}`;
  const kind = new Set(covers.map((key) => kinds.get(key)));
  return html`<mark class="${[...kind].join(' ')}" data-o="${covers.join(' ')}">${begins.map(
    (key) => html`<span class="anchor" id="w-${key}"></span>`,
  )}${text}</mark>`;
}
