import { readObservations } from '../documents/observations.ts';
import type { Tables } from '../tables/definitions.ts';

/** @returns how many observations a version states, and how many are found by its stretches */
export async function statedAndFound(tables: Tables, document: string, n: number): Promise<[number, number]> {
  const stated = await readObservations(tables, document, n);
  const stretches = await tables.stretches.find({ document: { eq: document }, n: { eq: n } });
  return [stated.length, stretches.reduce((sum, { count }) => sum + count, 0)];
}
