import type { Observation } from '@zhibiao/shared';
import type { ComparedField } from '../compare/observations.ts';

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
}

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
  byIndicator: (Counts & { code: string | null; name: string })[];
  bySource: (Counts & { source: string | null; documents: number })[];
  samples: DiffSample[];
  gold: { before: GoldScore; after: GoldScore } | null;
}

export interface DiffOptions {
  /** how many samples of each kind */
  samples?: number;
  /** scores a document's observations against its gold file; null where there is none */
  score?: (document: { page: string; ordinal: number }, observations: Observation[]) => GoldScore | null;
}
