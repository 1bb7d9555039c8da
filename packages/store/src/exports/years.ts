import type { Tables } from '../tables/definitions.ts';

/** @returns the years of periods that observations or figures have, ascending; null, for those without a period, comes last */
export async function yearsOf(tables: Tables): Promise<(number | null)[]> {
  const years = new Set<number | null>();
  for (const table of [tables.stretches, tables.figures]) {
    let year = -1;
    for (;;) {
      const [next] = await table.find({ year: { gt: year } }, { by: 'year', limit: 1 });
      if (next?.year === undefined || next.year === null) break;
      year = next.year;
      years.add(year);
    }
    if ((await table.find({ year: { eq: null } }, { limit: 1 })).length > 0) years.add(null);
  }
  return [...years].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
}
