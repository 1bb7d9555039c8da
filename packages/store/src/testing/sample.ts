import { type Article, blobKey, type Extraction, type Observation, type Report } from '@zhibiao/shared';
import type { Commit } from '../document-store.ts';

export interface Figure {
  name?: string;
  code?: string | null;
  value: number;
  year?: number;
  kind?: 'actual' | 'target';
  measure?: Observation['measure'];
  bound?: Observation['bound'];
  unit?: string;
  flags?: string[];
  confidence?: number;
  scope?: string | null;
  basis?: string | null;
  /** null: without a period */
  period?: Observation['period'];
  region?: Observation['region'];
  commitment?: string | null;
}

export interface SampleReport {
  ordinal?: number;
  region?: { name: string; adcode: string };
  year?: number;
  genre?: Report['genre'];
  figures: Figure[];
}

const place = { name: '镇江市', adcode: '321100' };

/** A commit whose text, spans and quotes fit together: one sentence per figure. `extra` changes the text only. */
export function sampleCommit(
  page: string,
  reports: SampleReport[],
  options: {
    parser?: string;
    time?: number;
    run?: string;
    shadow?: boolean;
    source?: string | null;
    extra?: string;
    snapshots?: string[];
    cleaner?: string;
  } = {},
): Commit {
  const { parser = '1.0.0+aaaa', extra = '', run = 'run-1', shadow = false, source = 'demo' } = options;
  let text = '';
  const made: Report[] = [];
  for (const report of reports) {
    const { ordinal = made.length + 1, region = place, year = 2023, genre = 'work-report', figures } = report;
    const start = text.length;
    text += `${region.name}${year}年政府工作报告\n`;
    const observations = figures.map((figure, i) => {
      const before = `${figure.kind === 'target' ? '目标是' : '完成了'}${figure.name ?? '地区生产总值'}`;
      const quote = `${figure.value}${figure.unit ?? '亿元'}`;
      const from = text.length;
      text += `${before}${quote}。`;
      const span = { start: from + before.length, end: from + before.length + quote.length };
      return observation(figure, i, region, year, quote, span, {
        start: from,
        end: text.length,
        text: text.slice(from),
      });
    });
    text += '\n';
    made.push({
      ordinal,
      title: `${region.name}${year}年政府工作报告`,
      genre,
      region: { ...region, level: 'city' },
      deliveredAt: String(year),
      year,
      reviewed: { start: year - 1, end: year - 1 },
      targeted: { start: year, end: year },
      span: { start, end: text.length },
      sections: [],
      flags: [],
      observations,
    });
  }
  text += extra;
  const article: Article = {
    url: page,
    title: made[0]?.title ?? '',
    author: '',
    publishedAt: null,
    site: '',
    text,
    family: 'generic',
    charset: { label: 'utf-8', reason: 'test' },
    parts: [],
    flags: [],
  };
  const articleKey = blobKey(JSON.stringify(article));
  const extraction: Extraction = { schema: 1, article: articleKey, parser, reports: made };
  const { time, snapshots, cleaner } = options;
  return {
    page,
    source,
    run,
    article,
    articleKey,
    extraction,
    extractionKey: blobKey(JSON.stringify(extraction)),
    shadow,
    ...(time === undefined ? {} : { time }),
    ...(snapshots ? { snapshots } : {}),
    ...(cleaner ? { cleaner } : {}),
  };
}

function observation(
  figure: Figure,
  i: number,
  region: { name: string; adcode: string },
  year: number,
  quote: string,
  span: { start: number; end: number },
  sentence: { start: number; end: number; text: string },
): Observation {
  const period = figure.year ?? (figure.kind === 'target' ? year : year - 1);
  return {
    id: `o${i + 1}`,
    indicator: { name: figure.name ?? '地区生产总值', code: figure.code === undefined ? 'GDP' : figure.code },
    value: figure.value,
    valueTo: null,
    unit: figure.unit ?? '亿元',
    bound: figure.bound ?? '=',
    measure: figure.measure ?? 'level',
    kind: figure.kind ?? 'actual',
    region: figure.region ?? region,
    period: figure.period === undefined ? { start: period, end: period } : figure.period,
    basis: figure.basis ?? null,
    quote,
    span,
    sentence,
    section: [],
    hedge: null,
    commitment: figure.commitment ?? null,
    scope: figure.scope ?? null,
    flags: figure.flags ?? [],
    confidence: figure.confidence ?? 0.9,
  };
}
