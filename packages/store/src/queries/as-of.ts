import { UsageError } from '@zhibiao/shared';
import { regionPrefix } from '../documents/identity.ts';
import { fieldsOf, settleFigure, unsettled } from '../figures/contribute.ts';
import { type Saying, sayingsOf } from '../figures/said.ts';
import { wordsOf } from '../figures/words.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow, ObservationRow } from '../tables/rows.ts';
import { observationsPage } from './observations.ts';
import { ObservationQuery, readQuery } from './query.ts';
import { topicsOf } from './topics.ts';

interface Asked {
  region?: string | undefined;
  code?: string | undefined;
  name?: string | undefined;
  year?: number | null | undefined;
  measure?: ObservationRow['observation']['measure'] | undefined;
  asOf?: number | undefined;
}

const PAGE = 5_000;
const MOST = 20_000;

/** @throws UsageError where a question that is of now alone is asked as of a time */
export function refuseAsOf({ asOf }: Asked, what: string): void {
  if (asOf !== undefined)
    throw new UsageError(
      `asOf: ${what} is of now. Figures, series, promises and copies of a region and an indicator can be asked as of a time.`,
      'asOf',
    );
}

/**
 * Figures as readers saw them at a time. The read model holds those of now alone, so they are made from the observations of that time.
 * @returns null where the question is of now
 * @throws UsageError without a region and an indicator, or where there is too much of them
 */
export async function rowsAsOf(tables: Tables, read: Asked): Promise<FigureRow[] | null> {
  const { asOf, region, code, name, year, measure } = read;
  if (asOf === undefined) return null;
  if (region === undefined || (code === undefined && name === undefined))
    throw new UsageError('asOf: a question as of a time is of a region and an indicator; give both.', 'asOf');
  const found = new Map<string, FigureRow>();
  const prefix = regionPrefix(region);
  const topics = code === undefined ? await topicsOf(tables, name) : [code];
  const asked = topics.map((topic) => (topic === name ? { name } : { code: topic }));
  for (const [version, observations] of await statedAt(tables, asked, { region, asOf })) {
    const row = await tables.versions.get(version);
    if (!row) continue;
    const words = await wordsOf(tables, row.document, asOf);
    for (const { name: figure, said } of sayingsOf({ version: row, observations }, words).values()) {
      if (year !== undefined && figure.year !== year) continue;
      if ((measure !== undefined && figure.measure !== measure) || !figure.id.startsWith(prefix)) continue;
      const known = found.get(figure.id) ?? emptyRow(figure, row.at);
      known.documents.push({ document: row.document, rev: 0, now: said });
      found.set(figure.id, known);
    }
  }
  for (const row of found.values()) {
    row.documents.sort((a, b) => (a.document < b.document ? -1 : 1));
    Object.assign(row, fieldsOf(row, settleFigure(row)));
  }
  return [...found.values()];
}

const emptyRow = (name: Saying['name'], at: number): FigureRow => ({
  ...name,
  rev: 0,
  documents: [],
  ...unsettled,
  changed: `${String(at).padStart(15, '0')} ${name.id}`,
  since: at,
  before: null,
});

/** The observations of questions by the version that readers saw. */
async function statedAt(
  tables: Tables,
  topics: readonly { code?: string; name?: string | undefined }[],
  at: { region: string; asOf: number },
): Promise<Map<string, ObservationRow[]>> {
  const found = new Map<string, ObservationRow[]>();
  let count = 0;
  for (const topic of topics) {
    const read = readQuery(ObservationQuery, { ...topic, ...at, limit: PAGE });
    let after: string | undefined;
    do {
      const page = await observationsPage(tables, read, after);
      count += page.rows.length;
      if (count > MOST)
        throw new UsageError(
          `asOf: more than ${MOST} observations; ask for a smaller region as of a time.`,
          'asOf',
        );
      for (const row of page.rows) {
        const version = `${row.document}.${row.n}`;
        found.set(version, [...(found.get(version) ?? []), row]);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return found;
}
