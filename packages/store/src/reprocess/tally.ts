import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { type ComparedField, diffObservations, type ObservationDiff } from '../compare/observations.ts';
import type { DocumentRow, ObservationRow } from '../tables/rows.ts';
import {
  type ChangeKind,
  type Counts,
  type DiffOptions,
  type DiffSample,
  type GoldScore,
  indicatorKey,
  kindsOf,
  type ReprocessDiff,
} from './report.ts';

/** However many indicators differ. */
const mostSamples = 500;

/** Adds up the differences of one document after another. */
export class Tally {
  readonly #diff: Omit<ReprocessDiff, 'byIndicator' | 'bySource' | 'coverage'>;
  readonly #indicators = new Map<string, ReprocessDiff['byIndicator'][number]>();
  readonly #sources = new Map<string | null, ReprocessDiff['bySource'][number]>();
  readonly #options: DiffOptions;
  readonly #sampled = new Map<string, number>();

  constructor(run: string, state: ReprocessDiff['state'], options: DiffOptions) {
    this.#options = options;
    this.#diff = {
      run,
      state,
      documents: { compared: 0, same: 0, changed: 0, added: 0, retired: 0, overtaken: 0 },
      observations: { before: 0, after: 0, added: 0, removed: 0, changed: 0, unchanged: 0 },
      byField: {},
      samples: [],
      gold: null,
    };
  }

  overtaken(): void {
    this.#diff.documents.overtaken++;
  }

  /** @param before null where the report was not there; `after` likewise */
  add(document: DocumentRow, before: ObservationRow[] | null, after: ObservationRow[] | null): void {
    const { documents } = this.#diff;
    if (!before && !after) return;
    documents.compared++;
    this.#score(document, before ?? [], after ?? []);
    const diff = diffObservations(before ?? [], after ?? []);
    const differs = diff.added.length + diff.removed.length + diff.changed.length > 0;
    if (!before) documents.added++;
    else if (!after) documents.retired++;
    else if (differs) documents.changed++;
    else documents.same++;
    this.#count(document, diff, before?.length ?? 0, after?.length ?? 0);
  }

  result(coverage: ReprocessDiff['coverage']): ReprocessDiff {
    const size = ({ added, removed, changed }: Counts) => added + removed + changed;
    const byIndicator = [...this.#indicators.values()].sort(
      (a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1),
    );
    const bySource = [...this.#sources.values()].sort((a, b) => size(b) - size(a));
    return { ...this.#diff, coverage, byIndicator, bySource };
  }

  #count(document: DocumentRow, diff: ObservationDiff<ObservationRow>, before: number, after: number): void {
    const totals = this.#diff.observations;
    totals.before += before;
    totals.after += after;
    totals.unchanged += diff.unchanged;
    let source = this.#sources.get(document.source);
    if (!source) {
      source = { source: document.source, documents: 0, added: 0, removed: 0, changed: 0 };
      this.#sources.set(document.source, source);
    }
    source.documents++;
    const note = (
      kind: DiffSample['kind'],
      old: ObservationRow | null,
      fresh: ObservationRow | null,
      fields: ComparedField[],
    ) => {
      totals[kind]++;
      source[kind]++;
      const { observation, article } = present(fresh ?? old, 'the fresh or the old');
      const sample: DiffSample = {
        kind,
        document: document.id,
        page: document.page,
        fields,
        before: old?.observation ?? null,
        after: fresh?.observation ?? null,
        article,
      };
      const kinds = kindsOf(sample);
      const row = this.#indicator(observation);
      row[kind]++;
      for (const one of kinds) row.kinds[one] = (row.kinds[one] ?? 0) + 1;
      this.#sample(sample, kinds);
    };
    for (const row of diff.added) note('added', null, row, []);
    for (const row of diff.removed) note('removed', row, null, []);
    for (const change of diff.changed) note('changed', change.before, change.after, change.fields);
    for (const [field, n] of Object.entries(diff.byField) as [ComparedField, number][])
      this.#diff.byField[field] = (this.#diff.byField[field] ?? 0) + n;
  }

  #indicator({ indicator }: Observation): ReprocessDiff['byIndicator'][number] {
    const key = indicatorKey(indicator);
    let entry = this.#indicators.get(key);
    if (!entry) {
      entry = { code: indicator.code, name: indicator.name, added: 0, removed: 0, changed: 0, kinds: {} };
      this.#indicators.set(key, entry);
    }
    return entry;
  }

  /** Two of a kind from one document are enough: samples should show the breadth of a change. */
  #sample(sample: DiffSample, kinds: readonly ChangeKind[]): void {
    const { each } = this.#options;
    if (each !== undefined) {
      this.#sampleEach(sample, kinds, each);
      return;
    }
    const same = this.#diff.samples.filter(({ kind }) => kind === sample.kind);
    if (same.length >= (this.#options.samples ?? 10)) return;
    if (same.filter(({ document }) => document === sample.document).length < 2)
      this.#diff.samples.push(sample);
  }

  #sampleEach(sample: DiffSample, kinds: readonly ChangeKind[], each: number): void {
    const key = indicatorKey(present(sample.after ?? sample.before, 'the after or the before').indicator);
    const cells = kinds.map((kind) => `${key} ${kind}`);
    const isWanted = cells.some((cell) => (this.#sampled.get(cell) ?? 0) < each);
    if (!isWanted || this.#diff.samples.length >= mostSamples) return;
    for (const cell of cells) this.#sampled.set(cell, (this.#sampled.get(cell) ?? 0) + 1);
    this.#diff.samples.push(sample);
  }

  #score({ page, ordinal }: DocumentRow, before: ObservationRow[], after: ObservationRow[]): void {
    const score = (rows: ObservationRow[]) =>
      this.#options.score?.(
        { page, ordinal },
        rows.map((row) => row.observation),
      ) ?? null;
    const [old, fresh] = [score(before), score(after)];
    if (!old || !fresh) return;
    const zero = (): GoldScore => ({ wanted: 0, given: 0, right: 0 });
    this.#diff.gold ??= { before: zero(), after: zero() };
    for (const [sum, part] of [
      [this.#diff.gold.before, old],
      [this.#diff.gold.after, fresh],
    ] as const) {
      sum.wanted += part.wanted;
      sum.given += part.given;
      sum.right += part.right;
    }
  }
}
