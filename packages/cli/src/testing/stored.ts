import { type Article, blobKey, type Extraction, type Observation, type Report } from '@zhibiao/shared';
import { openArchive, openStore } from '@zhibiao/store';

/** A claim of a report that a test makes up: its quote stands once in the text. */
export interface Claim {
  readonly quote: string;
  readonly value: number;
  readonly unit?: string;
  readonly code?: string;
  readonly kind?: 'actual' | 'target';
  readonly measure?: Observation['measure'];
  readonly year?: number;
}

/** Stores a made-up report as the workers would, into the store and archive of an environment. */
export async function storeReport(
  env: { ZHIBIAO_STORE: string; ZHIBIAO_ARCHIVE: string },
  url: string,
  text: string,
  claims: readonly Claim[] = [],
  more: Partial<Report> = {},
): Promise<void> {
  const archive = await openArchive(env.ZHIBIAO_ARCHIVE);
  const store = await openStore(env.ZHIBIAO_STORE);
  const article: Article = {
    url,
    title: text.split('\n')[0]!,
    author: '',
    publishedAt: null,
    site: '',
    text,
    family: 'generic',
    charset: { label: 'utf-8', reason: 'test' },
    parts: [],
    flags: [],
  };
  const articleKey = await archive.put(JSON.stringify(article));
  const report: Report = {
    ordinal: 1,
    title: article.title,
    genre: 'work-report',
    deliveredAt: '2024',
    year: 2024,
    region: { name: '镇江市', adcode: '321100', level: 'city' },
    reviewed: null,
    targeted: null,
    span: { start: 0, end: text.length },
    sections: [],
    flags: [],
    ...more,
    observations: [],
  };
  report.observations = claims.map((claim, i) => observation(claim, i, text, report));
  const extraction: Extraction = { schema: 1, article: articleKey, parser: '1.0.0+a', reports: [report] };
  const extractionKey = blobKey(JSON.stringify(extraction));
  const from = { page: url, source: 's', run: 'r', time: 1, shadow: false };
  await store.commit({ ...from, article, articleKey, extraction, extractionKey });
  await store.close();
  await archive.close();
}

function observation(claim: Claim, i: number, text: string, report: Report): Observation {
  const { quote, value, unit = '%', code = 'gdp', kind = 'actual', measure = 'growth', year = 2023 } = claim;
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return {
    id: `o${i + 1}`,
    indicator: { name: '地区生产总值', code },
    value,
    valueTo: null,
    unit,
    bound: '=',
    measure,
    kind,
    region: { name: report.region!.name, adcode: report.region!.adcode },
    period: { start: year, end: year },
    basis: null,
    quote,
    span,
    sentence: { ...span, text: quote },
    section: [],
    hedge: null,
    commitment: null,
    scope: null,
    flags: [],
    confidence: 0.9,
  };
}
