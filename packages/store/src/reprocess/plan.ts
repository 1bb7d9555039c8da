import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '@zhibiao/shared';
import { CrawlMessage, type Emission, ParseMessage, StoreMessage } from '@zhibiao/shared/messages';
import { z } from 'zod';
import { isOlderParser } from '../documents/parser-version.ts';
import { DocumentQuery, documentFilter } from '../queries/query.ts';
import { visiblePage } from '../queries/visible.ts';
import type { Tables } from '../tables/definitions.ts';
import type { VersionRow } from '../tables/rows.ts';

/** What a reprocess takes up again: everything that fulfils all that is given. */
export const ReprocessSelection = z.strictObject({
  /** `clean`: archived snapshots are cleaned and parsed again; `parse`: archived articles are parsed again */
  from: z.enum(['clean', 'parse']).default('parse'),
  source: z.string().optional(),
  region: z
    .string()
    .regex(/^\d{6}$/, 'a region is a six-digit code such as 321100')
    .optional(),
  /** year of delivery */
  year: z.int().optional(),
  genre: z.enum(['work-report', 'communique', 'budget']).optional(),
  flag: z.string().optional(),
  /** last read by an older parser than this one, or by the same code with other data */
  olderThanParser: z.string().optional(),
  /** last cleaned by another cleaner than this one */
  olderThanCleaner: z.string().optional(),
  /** snapshots taken from `since` on and before `until`, milliseconds since the epoch */
  since: z.int().optional(),
  until: z.int().optional(),
  /** instead of documents: inputs in the quarantine whose article or snapshots are archived */
  failed: z.boolean().default(false),
});
export type ReprocessSelection = z.input<typeof ReprocessSelection>;
type Selection = z.output<typeof ReprocessSelection>;

/** @throws UsageError that names what is wrong in it */
export function readSelection(selection: unknown): Selection {
  const parsed = ReprocessSelection.safeParse(selection);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${issue?.path.join('.') || 'selection'}: ${issue?.message ?? 'not valid'}.`,
    'selection',
  );
}

/**
 * The messages of a reprocess, one per page. They are the same whenever they are asked for, and the queues take each once in a run: a
 * reprocess is resumed by planning it again. Sources take turns, so that a small one does not wait for a large one.
 * @throws UsageError on a wrong selection
 */
export async function* planReprocess(
  tables: Tables,
  run: string,
  selection: ReprocessSelection,
): AsyncGenerator<Emission> {
  const wanted = readSelection(selection);
  if (wanted.failed) yield* failedInputs(tables, run, wanted);
  else
    yield* takingTurns(
      (await sourcesOf(tables, wanted)).map((source) => pagesOf(tables, run, wanted, source)),
    );
}

/**
 * Hands messages on in batches, never with more than `most` waiting: the queues of a long reprocess stay small.
 * @returns how many were handed on; fewer than planned when the signal was given
 */
export async function feed(
  emissions: AsyncIterable<Emission>,
  send: (batch: readonly Emission[]) => Promise<number>,
  { waiting, most = 2_000, batch = 200, pauseMs = 500, signal }: FeedOptions,
): Promise<number> {
  let sent = 0;
  let held: Emission[] = [];
  const hand = async () => {
    while (!signal?.aborted && (await waiting()) > most) await sleep(pauseMs);
    if (!signal?.aborted && held.length > 0) sent += await send(held);
    held = [];
  };
  for await (const emission of emissions) {
    if (signal?.aborted) return sent;
    held.push(emission);
    if (held.length >= batch) await hand();
  }
  await hand();
  return sent;
}

export interface FeedOptions {
  /** how many messages of the run wait now */
  waiting: () => Promise<number>;
  most?: number;
  batch?: number;
  pauseMs?: number;
  signal?: AbortSignal;
}

/** The names of all sources that documents come from; null for pages crawled by address. */
async function sourcesOf(tables: Tables, { source }: Selection): Promise<(string | null)[]> {
  if (source !== undefined) return [source];
  const sources: (string | null)[] = [null];
  let after = '';
  for (;;) {
    const filter = { current: { eq: true }, source: { gt: after } };
    const [row] = await tables.versions.find(filter, { by: 'source', limit: 1 });
    if (!row?.source) return sources;
    sources.push(row.source);
    after = row.source;
  }
}

async function* pagesOf(
  tables: Tables,
  run: string,
  selection: Selection,
  source: string | null,
): AsyncGenerator<Emission> {
  const { region, year, flag } = selection;
  const query = DocumentQuery.parse({ region, year, ...(flag ? { flags: [flag] } : {}) });
  const filter = { ...documentFilter(query), source: { eq: source } };
  const seen = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const page = await visiblePage(tables, tables.versions, { filter, after, limit: 500 });
    for (const version of page.rows) {
      if (seen.has(version.page)) continue;
      if (selection.genre !== undefined && version.report.genre !== selection.genre) continue;
      const emission = await emissionFor(tables, run, selection, version);
      if (!emission) continue;
      seen.add(version.page);
      yield emission;
    }
    if (!page.next) return;
    after = page.next;
  }
}

async function emissionFor(
  tables: Tables,
  run: string,
  selection: Selection,
  version: VersionRow,
): Promise<Emission | null> {
  const head = (await tables.documents.get(version.document))?.head;
  if (!head) return null;
  const { olderThanParser, olderThanCleaner, since, until } = selection;
  if (olderThanParser !== undefined && !isOlderParser(head.parser, olderThanParser)) return null;
  if (olderThanCleaner !== undefined && head.cleaner === olderThanCleaner) return null;
  if (head.time < (since ?? Number.NEGATIVE_INFINITY) || head.time >= (until ?? Number.POSITIVE_INFINITY))
    return null;
  // The page may have been seen with this content again since the version was written: the newest snapshots count.
  const [last] = await tables.extractions.find({ page: { eq: version.page }, rank: { eq: head.rank } });
  const { article, snapshots, cleaner } = last ?? version;
  const common = { run, source: version.source, shadow: true, page: version.page, snapshots };
  if (selection.from === 'parse') return { queue: 'parse', message: { ...common, article, cleaner } };
  return snapshots.length ? { queue: 'crawl', message: { task: 'clean', ...common } } : null;
}

/** What failed later than the fetch can be tried again without the network. */
async function* failedInputs(tables: Tables, run: string, { source }: Selection): AsyncGenerator<Emission> {
  for (const record of await tables.quarantine.find({ resolvedAt: { eq: null } }, { by: 'time' })) {
    if (source !== undefined && record.source !== source) continue;
    const again = (message: object) => ({ ...message, run, shadow: true });
    if (record.stage === 'crawl') {
      const message = CrawlMessage.safeParse(record.message);
      if (message.success && message.data.task === 'clean')
        yield { queue: 'crawl', message: CrawlMessage.parse(again(message.data)) };
    } else {
      const message = (record.stage === 'store' ? StoreMessage : ParseMessage).safeParse(record.message);
      if (message.success) yield { queue: 'parse', message: ParseMessage.parse(again(message.data)) };
    }
  }
}

async function* takingTurns<T>(streams: AsyncGenerator<T>[]): AsyncGenerator<T> {
  let open = streams;
  while (open.length > 0) {
    const still: AsyncGenerator<T>[] = [];
    for (const stream of open) {
      const { value, done } = await stream.next();
      if (done) continue;
      yield value;
      still.push(stream);
    }
    open = still;
  }
}
