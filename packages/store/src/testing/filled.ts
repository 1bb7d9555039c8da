import type { DocumentStore } from '../document-store.ts';
import { sampleCommit } from './sample.ts';

const TEMPLATES = [2020, 2021, 2022, 2023, 2024];
const BULK = 2_000;
/** The copy whose communiqués are budgets. */
const RARE = 30;

/** Of the figures of a report, so many stand in a communiqué of another source as well, every second one with another value. */
const COPIED = 20;

/**
 * Fills a store with so many documents of 100 observations each and half as many communiqués, over regions, years,
 * sources and indicators: some are
 * committed, the rest are copies of their rows under other ids and codes, for a test has no time to commit thousands.
 * One region has budgets.
 */
export async function fill(store: DocumentStore, documents: number): Promise<void> {
  const region = { name: '镇江市', adcode: '321100' };
  const figures = Array.from({ length: 100 }, (_, i) => ({
    value: i + 1,
    code: `C${i}`,
    name: `指标${i}`,
    kind: i % 3 === 0 ? ('target' as const) : ('actual' as const),
    measure: i % 2 ? ('level' as const) : ('growth' as const),
    flags: i % 20 === 0 ? ['x'] : [],
    confidence: i % 10 ? 0.9 : 0.4,
  }));
  for (const year of TEMPLATES)
    for (const genre of ['work-report', 'communique'] as const)
      await store.commit(
        sampleCommit(
          `http://example.com/${genre}/${year}`,
          [{ region, year, genre, figures: genre === 'work-report' ? figures : copiedBy(figures) }],
          { time: year, source: genre === 'work-report' ? 'source0' : 'bureau' },
        ),
      );
  const templates = await Promise.all(
    (
      ['documents', 'versions', 'statements', 'stretches', 'figures', 'givers', 'texts', 'places'] as const
    ).map(async (name) => ({
      name,
      rows: (await store.tables[name].find({})).map((row) => JSON.stringify(row)),
    })),
  );
  const ids = (await store.tables.documents.find({})).map(({ id }) => id);
  for (const { name, rows } of templates) {
    let batch: object[] = [];
    for (let copy = 1; copy < documents / TEMPLATES.length; copy++)
      for (const [at, row] of rows.entries()) {
        batch.push(copied(row, ids, copy, at));
        if (batch.length === BULK) await store.tables[name].insert(batch.splice(0) as never);
      }
    await store.tables[name].insert(batch.splice(0) as never);
    batch = [];
  }
}

const copiedBy = <F extends { value: number }>(figures: readonly F[]): F[] =>
  figures.slice(0, COPIED).map((figure, i) => ({ ...figure, value: figure.value + (i % 2) }));

/** Other names for everything by which the row of a document is found. */
function copied(row: string, ids: readonly string[], copy: number, at: number): object {
  const adcode = String(110_100 + Math.floor(copy / 20) * 100 + (copy % 20));
  let text = row.replaceAll('321100', adcode).replaceAll('source0', `source${copy % 20}`);
  if (copy === RARE) text = text.replaceAll('communique', 'budget').replaceAll('bureau', 'archive');
  for (const id of ids) text = text.replaceAll(id, `${copy.toString(16).padStart(6, '0')}${id.slice(6)}`);
  text = text.replaceAll('http://example.com/', `http://example.com/${copy}/`);
  const made = JSON.parse(text);
  // Unique numbers: the order of texts, and the place of disputes and changes.
  if ('text' in made) made.place += copy * 100 + at;
  return made;
}
