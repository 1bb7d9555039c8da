const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Asia/Shanghai: UTC+8 the year round since 1992. */
const shanghaiMs = 8 * hourMs;

/**
 * How long until a source's hours begin.
 * @param window hours of the day in Asia/Shanghai, [from, to): [22, 6] is the night; equal hours mean always
 * @param now milliseconds since the epoch
 * @returns milliseconds, 0 inside the window
 */
export function untilWindow([from, to]: readonly [number, number], now: number): number {
  if (from % 24 === to % 24) return 0;
  const time = (now + shanghaiMs) % dayMs;
  const opens = (from % 24) * hourMs;
  const closes = (to % 24) * hourMs;
  const open = opens < closes ? time >= opens && time < closes : time >= opens || time < closes;
  return open ? 0 : (opens - time + dayMs) % dayMs;
}
