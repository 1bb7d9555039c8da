/** How far a long piece of work is. */
export interface Pace {
  /** done in all, of it before this session began, and failed */
  readonly done: number;
  readonly before: number;
  readonly failed: number;
  /** null while it is still being counted */
  readonly planned: number | null;
  /** seconds since this session began */
  readonly seconds: number;
}

/** @returns `120 of 1000 pages, 3.4/s, about 4 min left`; what an earlier session has done counts for the place, not for the rate */
export function paceText({ done, before, failed, planned, seconds }: Pace): string {
  const rate = seconds > 0 ? (done - before) / seconds : 0;
  const place = `${done}${planned === null ? '' : ` of ${planned}`} pages, ${rate.toFixed(1)}/s`;
  if (planned === null || rate === 0) return place;
  return `${place}, about ${duration(Math.max(0, planned - done - failed) / rate)} left`;
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 6_000) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
