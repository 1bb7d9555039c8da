import type { Observation } from '@zhibiao/shared';
import type { ObservationRow } from '@zhibiao/store';
import { diffArrays, diffChars } from 'diff';

/** What readers would call another statement; where it stands in the text is not. */
const compared = [
  'indicator',
  'value',
  'valueTo',
  'unit',
  'bound',
  'measure',
  'kind',
  'region',
  'period',
  'quote',
  'hedge',
  'commitment',
  'scope',
  'flags',
  'confidence',
] as const satisfies readonly (keyof Observation)[];

export interface ObservationChange {
  readonly id: string;
  readonly before: Observation | null;
  readonly after: Observation | null;
  /** fields that differ; empty for one that was added or removed */
  readonly fields: readonly string[];
}

/** Compares two versions' observations by their stable ids. @returns those that differ, in the order of the texts */
export function observationChanges(
  before: readonly ObservationRow[],
  after: readonly ObservationRow[],
): ObservationChange[] {
  const old = new Map(before.map((row) => [row.id, row.observation]));
  const fresh = new Set(after.map((row) => row.id));
  const changes: (ObservationChange & { place: number })[] = [];
  for (const { id, observation } of after) {
    const was = old.get(id) ?? null;
    const fields = was ? differing(was, observation) : [];
    if (!was || fields.length > 0) {
      changes.push({ id, before: was, after: observation, fields, place: observation.span.start });
    }
  }
  for (const { id, observation } of before) {
    if (!fresh.has(id)) {
      changes.push({ id, before: observation, after: null, fields: [], place: observation.span.start });
    }
  }
  return changes.sort((a, b) => a.place - b.place).map(({ place: _, ...change }) => change);
}

const differing = (a: Observation, b: Observation): string[] =>
  compared.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));

export interface TextPiece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** One line of a text diff. A line that was changed holds pieces of all kinds; `skipped` stands for unchanged lines. */
export type TextChange = { readonly pieces: readonly TextPiece[] } | { readonly skipped: number };

/** Unchanged lines that are shown around a change. */
const context = 1;
/** Diffing characters takes long for lines that have little in common. */
const maxEdits = 2_000;

/** Compares two texts line by line, and changed lines by characters. */
export function textChanges(before: string, after: string): TextChange[] {
  const result: TextChange[] = [];
  const parts = diffArrays(before.split('\n'), after.split('\n'));
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    const last = parts[i - 1];
    if (part.removed && next?.added) result.push(...paired(part.value, next.value));
    else if (part.added && last?.removed) return;
    else if (part.added || part.removed) {
      result.push(...part.value.map((text) => line(text, part.added ? 'added' : 'removed')));
    } else result.push(...unchanged(part.value, i === 0, i === parts.length - 1));
  });
  return result;
}

const line = (text: string, kind: TextPiece['kind']): TextChange => ({ pieces: [{ text, kind }] });

function paired(before: string[], after: string[]): TextChange[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => {
    const [a, b] = [before[i], after[i]];
    if (a === undefined) return line(b!, 'added');
    if (b === undefined) return line(a, 'removed');
    const parts = diffChars(a, b, { maxEditLength: maxEdits });
    if (!parts)
      return {
        pieces: [
          { text: a, kind: 'removed' },
          { text: b, kind: 'added' },
        ],
      };
    return {
      pieces: parts.map((p) => ({ text: p.value, kind: p.added ? 'added' : p.removed ? 'removed' : 'same' })),
    };
  });
}

function unchanged(texts: string[], first: boolean, last: boolean): TextChange[] {
  const head = first ? 0 : context;
  const tail = last ? 0 : context;
  if (texts.length <= head + tail + 1) return texts.map((text) => line(text, 'same'));
  return [
    ...texts.slice(0, head).map((text) => line(text, 'same')),
    { skipped: texts.length - head - tail },
    ...(tail ? texts.slice(-tail) : []).map((text) => line(text, 'same')),
  ];
}
