import { effective, settle } from '../documents/head.ts';
import { readObservations } from '../documents/observations.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { NotFoundError } from '../errors.ts';
import { standingOf } from '../figures/reviewed.ts';
import { wordsOf } from '../figures/words.ts';
import type { ReviewStanding } from '../reviews/list.ts';
import { overlay } from '../reviews/overlay.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Move, ObservationRow, OverrideRow, VersionRow } from '../tables/rows.ts';

export interface DocumentDetail {
  version: VersionRow;
  /** in the order of the text, with what people said of them */
  observations: ObservationRow[];
  /** reviews that no observation of this version is said of as it was seen */
  reviews: ReviewStanding[];
  /** what a person said of the whole report; `version` has it as it was read */
  override: OverrideRow | null;
  /** whether this is what readers see now */
  isHead: boolean;
  retired: boolean;
}

/** One step of a history: what readers began to see at `at`, and why. */
export interface HistoryEntry extends Move {
  version: VersionRow;
}

export async function readDocument(
  tables: Tables,
  id: string,
  { asOf, n }: { asOf?: number; n?: number } = {},
): Promise<DocumentDetail | null> {
  const document = await tables.documents.get(id);
  if (!document) return null;
  const promotions = await promotionsOf(tables, [document]);
  const head = effective(document, promotions);
  const wanted = n ?? effective(document, promotions, asOf)?.n;
  const version = wanted === undefined ? null : await tables.versions.get(`${id}.${wanted}`);
  if (!version) return null;
  const isHead = head?.n === version.n;
  const all = await readObservations(tables, id, version.n);
  const words = await wordsOf(tables, id);
  return {
    version,
    observations: all.map((row) => overlay(row, all, words, version.report)),
    reviews: words.reviews.flatMap((review) => {
      const standing = standingOf(review, all);
      return standing.state === 'holds' ? [] : [{ review, ...standing }];
    }),
    override: words.override,
    isHead,
    retired: isHead && head.retired,
  };
}

/** Oldest first. @throws NotFoundError */
export async function readHistory(tables: Tables, id: string): Promise<HistoryEntry[]> {
  const document = await tables.documents.get(id);
  if (!document)
    throw new NotFoundError(`There is no document ${id}. \`zhibiao documents list\` shows them.`, id);
  const promotions = await promotionsOf(tables, [document]);
  const numbers = [...document.moves, ...document.shadows].map((pointer) => `${id}.${pointer.n}`);
  const rows = await tables.versions.getMany([...new Set(numbers)]);
  const versions = new Map(rows.map((version) => [version.n, version]));
  const { moves } = settle(document, promotions, versions) ?? document;
  return moves.flatMap((move) => {
    const version = versions.get(move.n);
    return version ? [{ ...move, version }] : [];
  });
}
