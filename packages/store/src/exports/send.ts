import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes to a stream and waits while it is full. */
export async function send(sink: Writable, chunk: Buffer | string): Promise<void> {
  if (!sink.write(chunk)) await once(sink, 'drain');
}
