import { readObservations } from '../documents/observations.ts';
import { StoreBusyError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, FigureRow, Said } from '../tables/rows.ts';
import type { Swap } from '../tables/table.ts';
import { walk } from '../tables/walk.ts';
import type { SimhashOf } from './choose.ts';
import { type Change, contribute } from './contribute.ts';
import { speaking, versionsOf } from './follow.ts';
import { addGivers } from './givers.ts';
import { noWords, type Saying, type Stated, sameSaid, sayingsOf, type Words } from './said.ts';
import { wordsOf } from './words.ts';

const TRIES = 100;

export interface SyncOptions {
  /** figures that have the document's word take it again */
  anew?: boolean;
  /** a version that the caller has in hand: it is not read again */
  stated?: Stated | undefined;
}

/**
 * Brings the figures to what a document says. The document's row says what has to be done ({@link follow}) and, at the end, that it is;
 * whoever finds one undone does it. Writers of one document may overlap: a figure keeps the word of the later revision.
 */
export async function syncFigures(
  tables: Tables,
  id: string,
  { anew = false, stated }: SyncOptions = {},
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const document = await tables.documents.get(id);
    const following = document?.figures;
    if (!document || !following || following.done) return;
    await contributeAll(tables, await changesOf(tables, document, stated), following.at, anew);
    const figures = { in: versionsOf(speaking(document)), done: true, from: null, at: following.at };
    if (await tables.documents.replace(document.rev, { ...document, rev: document.rev + 1, figures })) return;
  }
  throw new StoreBusyError(`Others kept changing document ${id}.`, id);
}

/** Does what writers that were killed have left to do. */
export async function healFigures(tables: Tables): Promise<void> {
  for await (const { id } of walk(tables.documents, { 'figures.done': { eq: false } }))
    await syncFigures(tables, id);
}

/** @returns what a version of a document says, by figure */
export async function readSayings(
  tables: Tables,
  document: string,
  n: number,
  words: Words,
): Promise<Map<string, Saying>> {
  const version = await tables.versions.get(`${document}.${n}`);
  if (!version) return new Map();
  return sayingsOf({ version, observations: await readObservations(tables, document, n) }, words);
}

/** @returns the document's word on every figure that may have to hear it */
export async function changesOf(tables: Tables, document: DocumentRow, stated?: Stated): Promise<Change[]> {
  const { id, rev } = document;
  const { now, later } = speaking(document);
  const following = document.figures ?? { in: [], also: [], from: null };
  // Nobody has said anything of a document at its first revision: no reader has seen it before.
  const words = rev > 1 ? await wordsOf(tables, id) : noWords;
  const sayings = new Map<number, Map<string, Saying>>();
  for (const n of new Set([...following.in, ...versionsOf({ now, later })]))
    sayings.set(
      n,
      stated?.version.n === n ? sayingsOf(stated, words) : await readSayings(tables, id, n, words),
    );
  const said = (n: number | null, figure: string): Said | null =>
    n === null ? null : (sayings.get(n)?.get(figure)?.said ?? null);
  const names = new Map([...sayings.values()].flatMap((of) => [...of].map(([key, { name }]) => [key, name])));
  if (words !== noWords)
    for (const n of sayings.keys())
      for (const [key, { name }] of await readSayings(tables, id, n, noWords)) names.set(key, name);
  const changes: Change[] = [];
  for (const [key, name] of names) {
    const current = said(now, key);
    if (following.from !== null && sameSaid(said(following.from, key), current)) continue;
    const shadows = later.map(({ run, n }) => ({ run, said: said(n, key) }));
    const differ = shadows.some((shadow) => !sameSaid(shadow.said, current));
    changes.push({
      name,
      contribution: { document: id, rev, now: current, ...(differ ? { later: shadows } : {}) },
    });
  }
  const also = (following.also ?? []).filter((key) => !names.has(key));
  for (const row of await tables.figures.getMany(also))
    changes.push({ name: row, contribution: { document: id, rev, now: null } });
  return changes;
}

async function contributeAll(
  tables: Tables,
  changes: readonly Change[],
  at: number,
  anew: boolean,
): Promise<void> {
  // Before the figures: whoever looks where they are said to be finds them.
  await addGivers(tables, changes.map(givenBy));
  let left = changes;
  for (let tries = 0; tries < TRIES; tries++) {
    const rows = new Map(
      (await tables.figures.getMany(left.map(({ name }) => name.id))).map((row) => [row.id, row]),
    );
    const simhashOf = await simhashes(tables, left, rows);
    const swaps: Swap<FigureRow>[] = [];
    left = left.filter((change) => {
      const known = rows.get(change.name.id) ?? null;
      const row = contribute(known, change, { at, anew: anew && tries === 0, simhashOf });
      if (row) swaps.push({ rev: known?.rev ?? null, row });
      return row !== null;
    });
    if (swaps.length === 0 || (await tables.figures.swap(swaps)) === swaps.length) return;
  }
  throw new StoreBusyError('Others kept changing the same figures.', changes[0]?.contribution.document ?? '');
}

/** What a document says of a figure, as {@link addGivers} takes it. */
export const givenBy = ({ name: { id, year }, contribution }: Change) => ({
  id,
  year,
  documents: [contribution],
});

/** Reads what tells copies apart, of the pages of figures that several documents give. */
async function simhashes(
  tables: Tables,
  changes: readonly Change[],
  rows: ReadonlyMap<string, FigureRow>,
): Promise<SimhashOf> {
  const pages = new Set<string>();
  for (const { name, contribution } of changes) {
    const others = rows.get(name.id)?.documents.filter(({ document }) => document !== contribution.document);
    if (!others?.some(({ now }) => now !== null)) continue;
    for (const { now } of [...others, contribution]) if (now) pages.add(now.page);
  }
  return simhashOfPages(tables, pages);
}

/** @returns the simhashes of pages, null for one that is unknown */
export async function simhashOfPages(tables: Tables, pages: ReadonlySet<string>): Promise<SimhashOf> {
  if (pages.size < 2) return () => null;
  const found = await tables.pages.getMany([...pages]);
  const known = new Map(found.map(({ url, simhash }) => [url, simhash]));
  return (page) => known.get(page) ?? null;
}
