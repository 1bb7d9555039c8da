import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { z } from 'zod';
import type { StatementsRow } from '../tables/rows.ts';
import { statementsOf } from './packing.ts';

/** A version's observations as releases before schema 11 kept them: an object each, without what is null, empty or `=`. */
export const NamedStatements = z.looseObject({
  id: z.string(),
  sentences: z.array(z.looseObject({ start: z.int(), end: z.int(), text: z.string() })),
  sections: z.array(z.array(z.string())),
  regions: z.array(z.looseObject({ name: z.string(), adcode: z.string().nullable() })),
  observations: z.array(
    z.looseObject({
      id: z.string(),
      region: z.int(),
      sentence: z.int(),
      section: z.int(),
      span: z.tuple([z.int(), z.int()]),
    }),
  ),
});
export type NamedStatements = z.infer<typeof NamedStatements>;

const absent = { valueTo: null, bound: '=', basis: null, hedge: null, commitment: null, scope: null };

/** @returns whether a row is of an older release */
const isNamed = (row: StatementsRow | NamedStatements): row is NamedStatements => 'sections' in row;

/** @returns the row as the present release keeps it; one that it has written already as it is */
export function repacked(row: StatementsRow | NamedStatements): StatementsRow {
  if (!isNamed(row)) return row;
  return statementsOf(
    row.id,
    row.observations.map((_, place) => observationOf(row, place)),
  );
}

function observationOf({ sentences, sections, regions, observations }: NamedStatements, place: number) {
  const {
    id: _id,
    name,
    region,
    sentence,
    section,
    span,
    ...said
  } = present(observations[place], 'observations at place');
  return {
    id: name ?? `o${place + 1}`,
    flags: [],
    ...absent,
    ...said,
    region: regions[region],
    sentence: sentences[sentence],
    section: sections[section],
    span: { start: span[0], end: span[1] },
  } as unknown as Observation;
}
