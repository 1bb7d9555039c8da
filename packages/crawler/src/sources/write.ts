import type { Source } from '@zhibiao/shared';
import { stringify } from 'yaml';
import { SourceDefinition } from './definition.ts';

/** @returns the fields of a source that its file would have: what the store keeps of it, and what is as it is anyway, left out */
export function definitionOf(source: Source): Record<string, unknown> {
  const { paused: _paused, edited: _edited, ...fields } = source;
  const plain = SourceDefinition.parse({ id: 'x', name: 'x', start: ['http://x.example/'] });
  return Object.fromEntries(
    Object.entries<unknown>(fields).flatMap(([name, value]): [string, unknown][] => {
      const usual = plain[name as keyof Source];
      if (value === undefined || (!isNaming(name) && same(value, usual))) return [];
      if (name === 'politeness') return [[name, without(value as object, usual as object)]];
      return [[name, value]];
    }),
  );
}

/** A source as a file that {@link parseSource} reads as the same source. */
export const writeSource = (source: Source): string => stringify(definitionOf(source), { lineWidth: 100 });

/** @returns the names of the fields in which two sources differ, but for what the store keeps of them */
export function differingFields(a: Source, b: Source): string[] {
  const [one, other] = [definitionOf(a), definitionOf(b)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !same(one[name], other[name])).sort();
}

const isNaming = (name: string) => ['id', 'name', 'start'].includes(name);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const without = (value: object, usual: object) =>
  Object.fromEntries(
    Object.entries(value).filter(([name, one]) => !same(one, usual[name as keyof typeof usual])),
  );
