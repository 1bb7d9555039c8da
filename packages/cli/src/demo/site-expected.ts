import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bound, Family, Kind, Measure } from '@zhibiao/shared';
import { parse } from 'yaml';
import { z } from 'zod';

const Path = z.string().startsWith('/');

/**
 * One headline observation of a demo report, written on one line:
 * `name | code or - | kind year or ? | measure bound value unit | quote | region where it is not the report's`
 */
const ExpectedObservation = z.string().transform((line) => {
  const [name, code, claim = '', quantity = '', quote, region] = line.split('|').map((cell) => cell.trim());
  const [kind, period] = claim.split(' ');
  const [measure, bound, value, unit = ''] = quantity.split(' ');
  return Row.parse({
    name,
    code: code === '-' ? null : code,
    value: Number(value),
    unit,
    bound,
    measure,
    kind,
    period: period === '?' ? null : Number(period),
    region: region ?? null,
    quote,
  });
});

const Row = z.strictObject({
  name: z.string().min(1),
  code: z.string().min(1).nullable(),
  /** as in an Observation: multiplied out, signed */
  value: z.number(),
  unit: z.string(),
  bound: Bound,
  measure: Measure,
  kind: Kind,
  /** calendar year; null where the text cannot tell */
  period: z.int().nullable(),
  /** null where it is the report's */
  region: z.string().nullable(),
  quote: z.string().min(1),
});

const ExpectedArticle = z.strictObject({
  path: Path,
  /** further pages of the same text, in order */
  parts: z.array(Path).default([]),
  /** other addresses of the demo with the same text and other furniture */
  copies: z.array(Path).default([]),
  /** addresses that redirect here */
  movedFrom: z.array(Path).default([]),
  /** true where only a browser sees the text */
  rendered: z.boolean().default(false),
  title: z.string(),
  family: Family,
  /** day of publication, Asia/Shanghai */
  published: z.iso.date(),
  author: z.string(),
  origin: z.string().optional(),
  charset: z.string().optional(),
  attachments: z.array(z.string()).default([]),
  /** flags that must be there; others may be */
  flags: z.array(z.string()).default([]),
  /** what the clean text must and must not hold */
  contains: z.array(z.string()),
  absent: z.array(z.string()),
  reports: z.array(
    z.strictObject({
      region: z.string(),
      /** delivered in; null where the text cannot tell */
      year: z.int().nullable(),
      observations: z.array(ExpectedObservation),
    }),
  ),
});

const NextDay = z.strictObject({
  /** a quote that only the first version holds, and one that only the second does */
  changed: z
    .array(z.strictObject({ path: Path, before: z.string().min(1), after: z.string().min(1) }))
    .default([]),
  unchanged: z.array(Path).default([]),
  gone: z.array(Path).default([]),
  moved: z.array(z.strictObject({ path: Path, to: Path })).default([]),
});

/** What a crawl of the demo site must find: reports, pages without one, failures by error class. */
const Expected = z.strictObject({
  articles: z.array(ExpectedArticle).default([]),
  /** pages that are fetched and hold no report */
  empty: z.array(z.strictObject({ path: Path, why: z.string() })).default([]),
  failures: z
    .array(z.strictObject({ path: Path, error: z.string(), status: z.int().optional() }))
    .default([]),
  /** what robots.txt forbids: never asked for */
  forbidden: z.array(Path).default([]),
  /** what has become of pages by a second crawl, a day after the first */
  nextDay: NextDay.prefault({}),
  /** pages that lead on without end: how many addresses of each may be fetched at most */
  budgets: z.array(z.strictObject({ path: Path, pages: z.int().positive() })).default([]),
});
export type Expected = z.infer<typeof Expected>;

/** @param dir folder with one YAML file per part of the demo site, `seeds/demo/expected` */
export function loadExpected(dir: string): Expected {
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  const parts = files.sort().map((name) => Expected.parse(parse(readFileSync(join(dir, name), 'utf8'))));
  return {
    articles: parts.flatMap((part) => part.articles),
    empty: parts.flatMap((part) => part.empty),
    failures: parts.flatMap((part) => part.failures),
    forbidden: parts.flatMap((part) => part.forbidden),
    nextDay: {
      changed: parts.flatMap((part) => part.nextDay.changed),
      unchanged: parts.flatMap((part) => part.nextDay.unchanged),
      gone: parts.flatMap((part) => part.nextDay.gone),
      moved: parts.flatMap((part) => part.nextDay.moved),
    },
    budgets: parts.flatMap((part) => part.budgets),
  };
}
