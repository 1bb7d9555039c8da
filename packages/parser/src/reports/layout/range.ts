/** A stretch of the folded copy that is one report; before `bodyStart` stands its head (title, session, address). */
export type Range = { readonly start: number; readonly bodyStart: number; readonly end: number };

/** Lines of `[start, end)` with their offsets; empty ones are left out. */
export function* linesOf(
  text: string,
  start: number,
  end: number,
): Generator<{ start: number; text: string }> {
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 || stop > end ? end : stop;
    if (lineEnd > at) yield { start: at, text: text.slice(at, lineEnd) };
    at = lineEnd + 1;
  }
}
