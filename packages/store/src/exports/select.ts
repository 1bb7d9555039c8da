import { effective } from '../documents/head.ts';
import { readObservations } from '../documents/observations.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { observationsPage } from '../queries/observations.ts';
import { matches, ObservationQuery, readQuery } from '../queries/query.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow } from '../tables/rows.ts';
import type { ExportedRow } from './columns.ts';
import { exported } from './figures.ts';

const PAGE = 2_000;

/**
 * The rows of a full export: everything as it was at one instant, however long the export takes.
 * @param query filters; `asOf` defaults to `now`
 */
export async function* exportAll(
  tables: Tables,
  query: ObservationQuery,
  now: number,
): AsyncGenerator<ExportedRow> {
  const read = readQuery(ObservationQuery, { ...query, limit: PAGE, asOf: query.asOf ?? now });
  let { after } = read;
  for (;;) {
    const page = await observationsPage(tables, read, after);
    yield* await exported(tables, page.rows, query.asOf === undefined);
    if (!page.next) return;
    after = page.next;
  }
}

/**
 * The rows of an incremental export: of every document whose head moved after `since`, what readers see now, and what they saw then and
 * see no longer. To apply it, delete the rows of these documents and insert those that are `current`.
 */
export async function* exportSince(
  tables: Tables,
  query: ObservationQuery,
  since: number,
  now: number,
): AsyncGenerator<ExportedRow> {
  const { limit: _limit, after: _after, ...filters } = readQuery(ObservationQuery, query);
  for await (const document of movedSince(tables, since)) {
    const promotions = await promotionsOf(tables, [document]);
    const [head, base] = [effective(document, promotions, now), effective(document, promotions, since)];
    const rows = head && !head.retired ? await readObservations(tables, document.id, head.n) : [];
    const old =
      base && !base.retired && base.n !== head?.n ? await readObservations(tables, document.id, base.n) : [];
    const lost =
      head?.retired && base && !base.retired ? await readObservations(tables, document.id, base.n) : old;
    const ids = new Set(rows.map((row) => row.id));
    yield* await exported(
      tables,
      rows.filter((row) => matches(row, filters)),
      true,
    );
    const removed = lost.filter((row) => !ids.has(row.id) && matches(row, filters));
    for (const row of await exported(tables, removed, false)) yield { ...row, status: 'removed' };
  }
}

/**
 * Documents with a move after `since`, of which a person said something after it, and those that wait to be moved by a
 * run that was promoted after it; each once.
 */
async function* movedSince(tables: Tables, since: number): AsyncGenerator<DocumentRow> {
  const seen = new Set<string>();
  const fresh = (documents: DocumentRow[]) =>
    documents.filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  let after = since;
  for (;;) {
    const batch = await tables.documents.find({ movedAt: { gt: after } }, { by: 'movedAt', limit: 500 });
    const last = batch.at(-1)?.movedAt;
    if (last === undefined || last === null) break;
    yield* fresh(batch.filter((document) => document.movedAt !== last));
    // A time is no unique place to continue from: all documents of the last one are taken together.
    yield* fresh(await tables.documents.find({ movedAt: { eq: last } }));
    after = last;
  }
  const reviews = await tables.reviews.find({ at: { gt: since } });
  const overrides = (await tables.overrides.find({}, { by: 'document' })).filter(({ at }) => at > since);
  const told = [...new Set([...reviews, ...overrides].map(({ document }) => document))];
  yield* fresh(await tables.documents.getMany(told));
  for (const { run, state } of await tables.promotions.find({ at: { gt: since } }))
    if (state === 'promoted') yield* fresh(await tables.documents.find({ 'shadows.run': { has: run } }));
}
