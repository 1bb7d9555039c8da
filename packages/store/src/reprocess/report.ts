import type { Observation } from '@zhibiao/shared';
import { type ComparedField, comparedFields } from '../compare/observations.ts';

export interface Counts {
  added: number;
  removed: number;
  changed: number;
}

/** One difference, with the sentence that lets a reader judge it. */
export interface DiffSample {
  kind: 'added' | 'removed' | 'changed';
  document: string;
  page: string;
  fields: ComparedField[];
  before: Observation | null;
  after: Observation | null;
  /** key of the article that `after` was read in; `before`, where it was removed */
  article: string;
}

/** What a difference is in: the whole observation, or a field of it; of an indicator its code or its name. */
export const changeKinds = [
  'added',
  'removed',
  ...comparedFields.filter((field) => field !== 'indicator'),
  'code',
  'name',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** @returns the kinds of a difference: one, or each field that changed */
export function kindsOf({ kind, fields, before, after }: Differing): ChangeKind[] {
  if (kind !== 'changed' || !before || !after) return kind === 'changed' ? [] : [kind];
  return fields.flatMap((field): ChangeKind[] => {
    if (field !== 'indicator') return [field];
    const { code, name } = before.indicator;
    return [
      ...(code === after.indicator.code ? [] : (['code'] as const)),
      ...(name === after.indicator.name ? [] : (['name'] as const)),
    ];
  });
}

type Differing = Pick<DiffSample, 'kind' | 'fields' | 'before' | 'after'>;

/** Names the row of `byIndicator` that an observation is counted in. */
export const indicatorKey = ({ code, name }: { code: string | null; name: string }): string =>
  code ?? `name ${name}`;

/** How many of the gold observations were found, how many of ours were looked at, and how many of them were right. */
export interface GoldScore {
  wanted: number;
  given: number;
  right: number;
}

export interface ReprocessDiff {
  run: string;
  state: 'open' | 'promoted' | 'dropped';
  /** `overtaken`: a newer snapshot came in meanwhile; `added` and `retired`: reports that only one side has */
  documents: {
    compared: number;
    same: number;
    changed: number;
    added: number;
    retired: number;
    overtaken: number;
  };
  observations: Counts & { before: number; after: number; unchanged: number };
  /** pages that the run has reached, of those that readers see documents of */
  coverage: { pages: number; ofPages: number };
  byField: Partial<Record<ComparedField, number>>;
  /** most differences first */
  byIndicator: (Counts & {
    code: string | null;
    name: string;
    kinds: Partial<Record<ChangeKind, number>>;
  })[];
  bySource: (Counts & { source: string | null; documents: number })[];
  samples: DiffSample[];
  gold: { before: GoldScore; after: GoldScore } | null;
}

export interface DiffOptions {
  /** how many samples of each kind */
  samples?: number;
  /** instead: how many samples of each indicator and kind of change */
  each?: number;
  /** scores a document's observations against its gold file; null where there is none */
  score?: (document: { page: string; ordinal: number }, observations: Observation[]) => GoldScore | null;
}
