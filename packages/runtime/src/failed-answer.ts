import { describeAnswer } from '@zhibiao/crawler/fetch';
import type { Archive, QuarantineRecord, ServerAnswer } from '@zhibiao/shared';

/** What a server had answered to the input that failed, and when. */
export interface FailedAnswer extends ServerAnswer {
  /** milliseconds since the epoch; null where only the failure's own time is known */
  readonly at: number | null;
}

/**
 * What the server answered when an input failed: what was noted with the failure, else the last answer before it in the
 * archive, from which the page had been read.
 * @returns null where no server answered, and where the input is no address
 */
export async function answerTo(
  archive: Pick<Archive, 'snapshotsOf' | 'get'>,
  { input, time, answer }: QuarantineRecord,
): Promise<FailedAnswer | null> {
  if (answer) return { ...answer, at: null };
  if (!/^https?:/.test(input)) return null;
  const snapshot = (await archive.snapshotsOf(input)).find((one) => one.time <= time);
  if (!snapshot) return null;
  const body = await archive.get(snapshot.body).catch(() => new Uint8Array());
  return { ...describeAnswer(snapshot, body), at: snapshot.time };
}
