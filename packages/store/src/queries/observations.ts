import { present } from '@zhibiao/shared';
import type { z } from 'zod';
import { stretchAt } from '../documents/identity.ts';
import { rowAt } from '../documents/statements.ts';
import { withWords } from '../reviews/overlay.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow, Statement, StatementsRow, StretchRow, VersionRow } from '../tables/rows.ts';
import type { Filter } from '../tables/table.ts';
import { matches, type PageOf, type ObservationQuery as Query, stretchFilter } from './query.ts';
import { topicsOf } from './topics.ts';
import { visiblePage } from './visible.ts';

type Read = z.output<typeof Query>;

/** Versions whose statements are read in one go: about 25 kB each. */
const VERSIONS = 40;
/** Stretches that are looked at in one go where all that they hold is wanted. */
const FEW = 30;

/** One page of the observations that readers see; with what people said of them where the question is of now. */
export async function observationsPage(
  tables: Tables,
  read: Read,
  after = read.after,
): Promise<PageOf<ObservationRow>> {
  const filter = stretchFilter(read, await topicsOf(tables, read.name));
  const within = new Statements(tables, read);
  // Of the observations of an indicator, or with a flag, a stretch has one or a few.
  const sparse = read.code !== undefined || read.name !== undefined || read.flags !== undefined;
  const page = await visiblePage<StretchRow, ObservationRow>(tables, tables.stretches, {
    limit: read.limit,
    batch: sparse ? read.limit + 1 : Math.min(read.limit + 1, FEW),
    asOf: read.asOf,
    filter: after === undefined ? filter : onFrom(filter, after),
    expand: async (stretches, enough) => {
      const rows: ObservationRow[] = [];
      let looked = 0;
      while (looked < stretches.length && rows.length < enough) {
        const each =
          looked > 0
            ? rows.length / looked
            : sparse
              ? 1
              : present(stretches[0], 'the first of stretches').count;
        const some = Math.ceil((enough - rows.length) / Math.max(each, 1));
        const next = stretches.slice(looked, looked + Math.min(some, VERSIONS));
        looked += next.length;
        await within.read(next);
        for (const stretch of next)
          for (const row of within.of(stretch))
            if ((after === undefined || row.order > after) && matches(row, read)) rows.push(row);
      }
      return rows;
    },
  });
  return { ...page, rows: read.asOf === undefined ? await withWords(tables, page.rows) : page.rows };
}

/** A page may end within a stretch: the next begins with the same one. */
const onFrom = (filter: Filter, after: string): Filter => ({
  ...filter,
  order: { ...filter.order, gte: stretchAt(after) },
});

/** The observations of versions, each version read once for a page. */
class Statements {
  readonly #tables: Tables;
  readonly #query: Read;
  readonly #rows = new Map<string, ObservationRow[]>();

  constructor(tables: Tables, query: Read) {
    this.#tables = tables;
    this.#query = query;
  }

  async read(stretches: readonly StretchRow[]): Promise<void> {
    const ids = [...new Set(stretches.map(versionOf))].filter((id) => !this.#rows.has(id));
    for (const id of ids) this.#rows.set(id, []);
    const versions = await this.#tables.versions.getMany(ids);
    const statements = new Map((await this.#tables.statements.getMany(ids)).map((row) => [row.id, row]));
    for (const version of versions) {
      const said = statements.get(version.id);
      // One whose version was removed meanwhile is left out.
      if (said) this.#rows.set(version.id, this.#rowsOf(version, said));
    }
  }

  /** Only those that may be meant are put together: of an indicator or with a flag a version has a few. */
  #rowsOf(version: VersionRow, said: StatementsRow): ObservationRow[] {
    const { code, name, kind, measure, year, flags = [], minConfidence = 0 } = this.#query;
    const indicators = said.indicators.map(
      (indicator) =>
        (code === undefined || indicator.code === code) && (name === undefined || indicator.name === name),
    );
    const forms = said.forms.map(
      (form) =>
        (kind === undefined || form.kind === kind) &&
        (measure === undefined || form.measure === measure) &&
        (year === undefined || (form.period?.start ?? null) === year),
    );
    const isMeant = ([, indicator, form, , confidence, , , , rare]: Statement) =>
      present(indicators[indicator], 'indicators at indicator') &&
      present(forms[form], 'forms at form') &&
      confidence >= minConfidence &&
      flags.every((flag) => rare?.flags?.includes(flag));
    return said.observations.flatMap((statement, place) =>
      isMeant(statement) ? [rowAt(version, said, place)] : [],
    );
  }

  /** In the order of all lists. */
  of(stretch: StretchRow): ObservationRow[] {
    return present(this.#rows.get(versionOf(stretch)), 'the entry of rows').filter(
      ({ order }) => stretchAt(order) === stretch.order,
    );
  }
}

const versionOf = ({ document, n }: StretchRow): string => `${document}.${n}`;
