import type { Observation } from '@zhibiao/shared';
import { directions } from './files.ts';

export type Direction = 'more' | 'less' | null;

const choices = Object.entries(directions) as [keyof typeof directions, (typeof directions)['more']][];
const words = (part: 'ends' | 'starts') =>
  choices
    .flatMap(([direction, lists]) => lists[part].map((word) => ({ word, direction })))
    .sort((a, b) => b.word.length - a.word.length);
const byCode = new Map(
  choices.flatMap(([direction, { codes }]) => codes.map((code) => [code, direction] as const)),
);
const ends = words('ends');
const starts = words('starts');

/** @returns whether more or less of an indicator is better; null where nobody can say without the words of a bound */
export function directionOf({ name, code }: Observation['indicator']): Direction {
  const bare = name.replace(/[(（][^()（）]*[)）]$/u, '');
  const known =
    (code === null ? undefined : byCode.get(code)) ??
    ends.find(({ word }) => bare.endsWith(word))?.direction ??
    starts.find(({ word }) => bare.startsWith(word))?.direction ??
    'neither';
  return known === 'neither' ? null : known;
}
