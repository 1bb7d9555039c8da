import { effective } from '../documents/head.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { rightedReport } from '../figures/reviewed.ts';
import type { Tables } from '../tables/definitions.ts';
import type { OverrideRow, VersionRow } from '../tables/rows.ts';

/** Reports that a person has excluded, or moved to another region or year: an index still has them where they were read. */
export class Righted {
  readonly #tables: Tables;
  readonly #overrides: ReadonlyMap<string, OverrideRow>;

  constructor(tables: Tables, overrides: readonly OverrideRow[]) {
    this.#tables = tables;
    this.#overrides = new Map(overrides.map((row) => [row.document, row]));
  }

  static async read(tables: Tables): Promise<Righted> {
    return new Righted(tables, await tables.overrides.find({}, { by: 'document' }));
  }

  of(version: VersionRow): VersionRow {
    const override = this.#overrides.get(version.document);
    return override ? { ...version, report: rightedReport(version.report, override), override } : version;
  }

  isExcluded({ document }: VersionRow): boolean {
    return this.#overrides.get(document)?.excluded ?? false;
  }

  /** @returns the versions that readers see of reports of which a person has said something that `wanted` wants */
  async heads(wanted: (override: OverrideRow) => boolean): Promise<VersionRow[]> {
    const ids = [...this.#overrides.values()].filter(wanted).map(({ document }) => document);
    const documents = await this.#tables.documents.getMany(ids);
    const promotions = await promotionsOf(this.#tables, documents);
    const versions = documents.flatMap((document) => {
      const head = effective(document, promotions);
      return head && !head.retired ? [`${document.id}.${head.n}`] : [];
    });
    return this.#tables.versions.getMany(versions);
  }
}
