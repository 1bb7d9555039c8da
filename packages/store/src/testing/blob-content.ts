import { createHash } from 'node:crypto';

/** Blob `i` of a writer: bytes that do not pack, one in eight of them large. */
export function blobContent(seed: number, i: number): Buffer {
  const block = createHash('sha512').update(`${seed} ${i}`).digest();
  const blocks = i % 8 === 7 ? 3_000 : 30;
  return Buffer.concat(
    Array.from({ length: blocks }, (_, n) => createHash('sha512').update(block).update(String(n)).digest()),
  );
}
