import type { Report } from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import type { PlaceRow, TermRow } from '../tables/rows.ts';
import type { Table } from '../tables/table.ts';
import { placesOf } from './statements.ts';

/** The names that a report gives to regions and indicators, each once: what a query by name goes by. */
interface Names {
  places: PlaceRow[];
  terms: TermRow[];
}

function namesOf(report: Report): Names {
  const terms = new Map<string, TermRow>();
  for (const { indicator } of report.observations) {
    const id = `${indicator.name}\n${indicator.code ?? ''}`;
    if (!terms.has(id)) terms.set(id, { id, ...indicator });
  }
  return { places: placesOf(report), terms: [...terms.values()] };
}

/**
 * Names that this process has seen in the database, where they stay. Few are new, and asking for all of them cost more
 * than any other read of a commit.
 */
export class KnownNames {
  readonly #most: number;
  readonly #ids = { places: new Set<string>(), terms: new Set<string>() };

  constructor(most = 20_000) {
    this.#most = most;
  }

  /** Writes the names that are not there yet. {@link remember} them when they are there for good: a transaction may be taken back. */
  async add(tables: Tables, report: Report): Promise<void> {
    const { places, terms } = namesOf(report);
    await addMissing(tables.places, this.#unknown('places', places));
    await addMissing(tables.terms, this.#unknown('terms', terms));
  }

  remember(reports: readonly Report[]): void {
    for (const report of reports)
      for (const [table, rows] of Object.entries(namesOf(report)) as [keyof Names, { id: string }[]][]) {
        const ids = this.#ids[table];
        if (ids.size > this.#most) ids.clear();
        for (const { id } of rows) ids.add(id);
      }
  }

  #unknown<T extends { id: string }>(table: keyof Names, rows: readonly T[]): T[] {
    return rows.filter(({ id }) => !this.#ids[table].has(id));
  }
}

/** Looking at them once costs less than to have them refused one by one. */
async function addMissing<T extends { id: string }>(table: Table<T>, rows: readonly T[]): Promise<void> {
  if (rows.length === 0) return;
  const there = new Set((await table.getMany(rows.map(({ id }) => id))).map(({ id }) => id));
  await table.insert(rows.filter(({ id }) => !there.has(id)));
}
