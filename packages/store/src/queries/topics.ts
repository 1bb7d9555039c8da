import type { Tables } from '../tables/definitions.ts';

/**
 * An index by name would be as large as the one by code and say the same: so a name is looked up among the terms first.
 * @returns the topics of all observations of indicators with this name; the name itself where there is none
 */
export async function topicsOf(tables: Tables, name: string | undefined): Promise<string[]> {
  if (name === undefined) return [];
  const terms = await tables.terms.find({ name: { eq: name } });
  return terms.length === 0 ? [name] : terms.map((term) => term.code ?? name);
}
