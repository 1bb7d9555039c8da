import { isAfter } from '../documents/head.ts';
import type { DocumentRow } from '../tables/rows.ts';

/** Which version of a document speaks, and which would once a run is promoted, the strongest last. `n` null: none, its report is gone. */
export interface Speaking {
  now: number | null;
  later: { run: string; n: number | null }[];
}

export function speaking({ head, shadows }: Pick<DocumentRow, 'head' | 'shadows'>): Speaking {
  const speaks = (pointer: DocumentRow['head']) => (pointer && !pointer.retired ? pointer.n : null);
  const later = shadows
    .filter((shadow) => isAfter(shadow, head))
    .sort((a, b) => (isAfter(a, b) ? 1 : -1))
    .map((shadow) => ({ run: shadow.run, n: speaks(shadow) }));
  return { now: speaks(head), later };
}

export const versionsOf = ({ now, later }: Speaking): number[] => [
  ...new Set([now, ...later.map(({ n }) => n)].filter((n) => n !== null)),
];

/**
 * Says in a document's row, before it is written, what the figures will have to follow.
 * @param again the same versions say something else: somebody has reviewed them
 */
export function follow(
  before: DocumentRow,
  after: DocumentRow,
  again?: { at: number; also: string[] },
): DocumentRow {
  const [old, fresh] = [speaking(before), speaking(after)];
  const known = before.figures;
  if (!again && known && JSON.stringify(old) === JSON.stringify(fresh)) return { ...after, figures: known };
  const whole = !again && (!known || known.done) && old.later.length === 0 && fresh.later.length === 0;
  const also = [...new Set([...(known?.also ?? []), ...(again?.also ?? [])])];
  return {
    ...after,
    figures: {
      in: [...new Set([...(known?.in ?? []), ...versionsOf(old), ...versionsOf(fresh)])],
      done: false,
      from: whole && known ? old.now : null,
      at: Math.max(known?.at ?? 0, after.movedAt ?? 0, again?.at ?? 0),
      ...(also.length ? { also } : {}),
    },
  };
}
