import { StoreBusyError } from '../errors.ts';
import { syncFigures } from '../figures/sync.ts';
import { removeText } from '../search/text.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, Pointer } from '../tables/rows.ts';

const TRIES = 100;

/** @returns every pointer by which a document leads to its versions: what readers see, saw, or may come to see */
export const pointersOf = (document: DocumentRow): Pointer[] => [
  ...(document.head ? [document.head] : []),
  ...document.shadows,
  ...document.moves,
];

/**
 * Takes a version that no pointer leads to out of a document for good. The document says so first, by compare-and-set: from then on the
 * number is never given again and no pointer to it is accepted, so that a commit which has found the version at this moment has to write
 * another. Killed anywhere, it is finished by calling it again.
 * @returns whether the version is gone; false when a pointer leads to it
 */
export async function removeVersion(tables: Tables, id: string, n: number): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    // What the version has left in figures is found by its claims: they have to be taken back before these go.
    await syncFigures(tables, id);
    const document = await tables.documents.get(id);
    if (document?.figures?.done === false) continue;
    if (!document || pointersOf(document).some((pointer) => pointer.n === n)) return false;
    const gone = document.gone ?? [];
    const said =
      gone.includes(n) ||
      (await tables.documents.replace(document.rev, {
        ...document,
        rev: document.rev + 1,
        gone: [...gone, n],
      }));
    if (!said) continue;
    await removeRows(tables, id, n);
    return true;
  }
  throw new StoreBusyError(`Others kept changing document ${id}.`, id);
}

/**
 * Refuses a document whose pointers lead to a removed version, and takes away the rows that a commit may have written of it since.
 * @param offered the version of a pointer that came to nothing, since a newer one was there
 * @throws StoreBusyError: tried again, the commit writes a version of its own
 */
export async function refuseGone(tables: Tables, document: DocumentRow, offered?: number): Promise<void> {
  const numbers = pointersOf(document).map(({ n }) => n);
  const lost = [...numbers, offered].find((n) => n !== undefined && document.gone?.includes(n));
  if (lost === undefined) return;
  await removeRows(tables, document.id, lost);
  throw new StoreBusyError(
    `Version ${lost} of document ${document.id} was removed with its dropped run; it will be written anew.`,
    document.id,
  );
}

/**
 * Takes away what commits have written of removed versions of a document: for a transaction that was refused by {@link
 * refuseGone}, and has taken its
 * own removal back with all else.
 */
export async function removeGone(tables: Tables, id: string): Promise<void> {
  const document = await tables.documents.get(id);
  for (const n of document?.gone ?? []) await removeRows(tables, id, n);
}

/** The version last: by it a removal that broke off is found again. */
async function removeRows(tables: Tables, id: string, n: number): Promise<void> {
  const version = await tables.versions.get(`${id}.${n}`);
  if (version) await removeText(tables, version);
  await tables.stretches.remove({ document: { eq: id }, n: { eq: n } });
  await tables.statements.remove({ id: { eq: `${id}.${n}` } });
  await tables.versions.remove({ id: { eq: `${id}.${n}` } });
}
