import type { Emission, QuarantineRecord } from '@zhibiao/shared';
import type { ConsoleDeps } from '../deps.ts';

/** Sends quarantined messages again and marks them as resolved: what fails once more comes back as a record. */
export async function retryQuarantined(
  { store, producer }: Pick<ConsoleDeps, 'store' | 'producer'>,
  records: readonly QuarantineRecord[],
  now: number,
): Promise<number> {
  for (const record of records) {
    await producer.resend({ queue: record.stage, message: record.message } as Emission);
    await store.resolveQuarantine(record.id, now);
  }
  return records.length;
}
