import { setTimeout as sleep } from 'node:timers/promises';
import { present } from '@zhibiao/shared';
import { StoreBusyError } from '../errors.ts';
import { follow } from '../figures/follow.ts';
import type { Stated } from '../figures/said.ts';
import { syncFigures } from '../figures/sync.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, Pointer, VersionRow } from '../tables/rows.ts';
import { refuseGone } from './gone.ts';
import { isAfter, offer, settle } from './head.ts';
import { promotionsOf } from './promotions.ts';
import { markCandidate, unmarkOthers } from './version.ts';

const TRIES = 100;

/** @returns the document's row, made where it was missing; `made`: nobody else can have written of it before */
export async function openDocument(
  tables: Tables,
  { id, page, ordinal, source }: Pick<DocumentRow, 'id' | 'page' | 'ordinal' | 'source'>,
): Promise<{ document: DocumentRow; made: boolean }> {
  const existing = await tables.documents.get(id);
  if (existing) return { document: existing, made: false };
  const fresh: DocumentRow = {
    id,
    page,
    ordinal,
    source,
    rev: 0,
    head: null,
    shadows: [],
    moves: [],
    movedAt: null,
  };
  if (await tables.documents.insert([fresh])) return { document: fresh, made: true };
  return { document: (await tables.documents.get(id)) ?? fresh, made: false };
}

interface Known {
  /** the revision on the ground of which the caller has just written the version's rows as findable */
  markedAt?: number | undefined;
  /** what the version states, where the caller has it */
  stated?: Stated | undefined;
}

interface Offer extends Known {
  at: number;
  version: Pick<VersionRow, 'cause'> | null;
}

/**
 * Offers a pointer to the head of a document.
 * @returns whether readers now see another version than before
 */
export async function moveHead(
  tables: Tables,
  id: string,
  pointer: Pointer,
  { at, version, markedAt, stated }: Offer,
): Promise<boolean> {
  const next = (document: DocumentRow) => offer(document, pointer, { at, version });
  const { before, after } = await change(tables, id, next, { markedAt, stated });
  await refuseGone(tables, after, pointer.n);
  return (
    after.head !== before.head &&
    (after.head?.n !== before.head?.n || after.head?.retired !== before.head?.retired)
  );
}

/** Keeps a pointer for the day when its run is promoted; one per run, the newest. */
export async function addShadow(
  tables: Tables,
  id: string,
  pointer: Pointer,
  clock: () => number,
): Promise<void> {
  const { after } = await change(tables, id, (document) => {
    const known = document.shadows.find((shadow) => shadow.run === pointer.run) ?? null;
    if (!isAfter(pointer, known)) return null;
    const shadows = [...document.shadows.filter((shadow) => shadow !== known), pointer];
    return { ...document, rev: document.rev + 1, shadows };
  });
  await refuseGone(tables, after, pointer.n);
  // The run may have been promoted in between, and its documents been settled without this one.
  const decided = await tables.promotions.get(pointer.run);
  if (decided?.state === 'promoted') await moveHead(tables, id, pointer, { at: clock(), version: null });
  else if (decided) await settleDocument(tables, id);
}

/** Folds the shadows of decided runs into the head. @returns the row before and after */
export function settleDocument(
  tables: Tables,
  id: string,
): Promise<{ before: DocumentRow; after: DocumentRow }> {
  return change(tables, id, () => null);
}

/**
 * One compare-and-set of a document, tried until nobody else comes in between: first settles what is decided, then applies `next`.
 * The rows of a new head are made findable before it is one, those of the old head are taken away after it was one.
 */
async function change(
  tables: Tables,
  id: string,
  next: (document: DocumentRow) => DocumentRow | null,
  { markedAt, stated }: Known = {},
): Promise<{ before: DocumentRow; after: DocumentRow }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await tables.documents.get(id);
    if (!before) throw new Error(`document ${id} has no row`);
    const settled = await settledRow(tables, before);
    const changed = next(settled ?? before) ?? settled;
    if (!changed) {
      await unmarkOthers(tables, before);
      await syncFigures(tables, id);
      return { before, after: before };
    }
    const after = follow(before, { ...changed, rev: before.rev + 1 });
    if (after.gone) await refuseGone(tables, after);
    const moves = after.head !== null && after.head.n !== before.head?.n;
    if (moves && markedAt !== before.rev)
      await markCandidate(tables, id, present(after.head, 'the head').n, before.rev);
    if (await tables.documents.replace(before.rev, after)) {
      await unmarkOthers(tables, after);
      await syncFigures(tables, id, { stated });
      return { before, after };
    }
    if (tries > 3) await sleep(Math.random() * 5 * tries);
  }
  throw new StoreBusyError(`Others kept changing document ${id}.`, id);
}

async function settledRow(tables: Tables, document: DocumentRow): Promise<DocumentRow | null> {
  if (document.shadows.length === 0) return null;
  const promotions = await promotionsOf(tables, [document]);
  if (promotions.size === 0) return null;
  const ids = document.shadows.map((shadow) => `${document.id}.${shadow.n}`);
  const versions = await tables.versions.getMany(ids);
  return settle(document, promotions, new Map(versions.map((version) => [version.n, version])));
}
