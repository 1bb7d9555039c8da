import type { Observation } from '@zhibiao/shared';
import { type ComparedField, diffObservations, type ObservationDiff } from '../compare/observations.ts';
import { effective, isAfter } from '../documents/head.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { NotFoundError } from '../errors.ts';
import { readObservations } from '../queries/documents.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, ObservationRow, Pointer } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';

interface Counts {
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

/**
 * Compares what a reprocess run found with what readers see (or saw, once it is promoted).
 * @throws NotFoundError when the run has left nothing
 */
export async function diffReprocess(
  tables: Tables,
  run: string,
  options: DiffOptions = {},
): Promise<ReprocessDiff> {
  const promotion = await tables.promotions.get(run);
  const tally = new Tally(run, promotion?.state ?? 'open', options);
  const seen = new Set<string>();
  for await (const { page, shadow } of walk(tables.extractions, { run: { eq: run } })) {
    if (!shadow || seen.has(page)) continue;
    seen.add(page);
    for (const document of await tables.documents.find({ page: { eq: page } }))
      await compare(tables, document, run, tally);
  }
  if (seen.size === 0)
    throw new NotFoundError(
      `Run ${run} has left nothing to compare. Is it a reprocess, and has it begun?`,
      run,
    );
  return tally.result({ pages: seen.size, ofPages: await pagesInAll(tables) });
}

async function compare(tables: Tables, document: DocumentRow, run: string, tally: Tally): Promise<void> {
  const promotions = await promotionsOf(tables, [document]);
  const shadow = document.shadows.find((pointer) => pointer.run === run) ?? null;
  const index = document.moves.findIndex((move) => move.run === run && move.by !== null);
  const moved = document.moves[index];
  // A promoted shadow of the same version moved nothing, but is what the head was last confirmed by.
  const confirmed = document.head?.run === run ? document.head : null;
  const after: Pointer | null = shadow ?? moved ?? confirmed;
  if (!after) return;
  const others = new Map([...promotions].filter(([other]) => other !== run));
  const before: Pointer | null = shadow
    ? effective(document, others)
    : moved
      ? (document.moves[index - 1] ?? null)
      : confirmed;
  if (shadow && !isAfter(shadow, before)) return tally.overtaken();
  const read = async (pointer: Pointer | null) =>
    pointer && !pointer.retired ? readObservations(tables, document.id, pointer.n) : null;
  const old = await read(before);
  const fresh = before && before.n === after.n && before.retired === after.retired ? old : await read(after);
  tally.add(document, old, fresh);
}

async function pagesInAll(tables: Tables): Promise<number> {
  // Nearly every page has one report, and every one has a first.
  return tables.documents.count({ ordinal: { eq: 1 } });
}

class Tally {
  readonly #diff: Omit<ReprocessDiff, 'byIndicator' | 'bySource' | 'coverage'>;
  readonly #indicators = new Map<string, ReprocessDiff['byIndicator'][number]>();
  readonly #sources = new Map<string | null, ReprocessDiff['bySource'][number]>();
  readonly #options: DiffOptions;

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
      this.#indicator((fresh ?? old)!.observation)[kind]++;
      this.#sample({
        kind,
        document: document.id,
        page: document.page,
        fields,
        before: old?.observation ?? null,
        after: fresh?.observation ?? null,
      });
    };
    for (const row of diff.added) note('added', null, row, []);
    for (const row of diff.removed) note('removed', row, null, []);
    for (const change of diff.changed) note('changed', change.before, change.after, change.fields);
    for (const [field, n] of Object.entries(diff.byField) as [ComparedField, number][])
      this.#diff.byField[field] = (this.#diff.byField[field] ?? 0) + n;
  }

  #indicator({ indicator }: Observation): ReprocessDiff['byIndicator'][number] {
    const key = indicator.code ?? `name ${indicator.name}`;
    let entry = this.#indicators.get(key);
    if (!entry) {
      entry = { code: indicator.code, name: indicator.name, added: 0, removed: 0, changed: 0 };
      this.#indicators.set(key, entry);
    }
    return entry;
  }

  /** Two of a kind from one document are enough: samples should show the breadth of a change. */
  #sample(sample: DiffSample): void {
    const same = this.#diff.samples.filter(({ kind }) => kind === sample.kind);
    if (same.length >= (this.#options.samples ?? 10)) return;
    if (same.filter(({ document }) => document === sample.document).length < 2)
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
