/**
 * Walks along spans in the order of their starts, nested or apart: gives those that hold an offset, outermost first.
 * Offsets may not fall from one call to the next, so that the whole walk costs one pass.
 */
export function spanCursor<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
): (offset: number) => readonly T[] {
  let next = 0;
  let open: T[] = [];
  return (offset) => {
    for (let span = spans[next]; span !== undefined && span.start <= offset; span = spans[next]) {
      if (span.end > offset) open.push(span);
      next += 1;
    }
    if (open.some((span) => span.end <= offset)) open = open.filter((span) => span.end > offset);
    return open;
  };
}
