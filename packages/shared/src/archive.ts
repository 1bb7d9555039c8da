import { hash } from 'node:crypto';
import type { Snapshot } from './vocabulary/page.ts';

/** Content address of a blob: `sha256-` and 64 hex digits. */
export type BlobKey = string;

/**
 * @returns the key under which these bytes (a string counts as UTF-8) are archived
 * @example
 * ```ts
 * import { blobKey } from '@zhibiao/shared';
 * blobKey('abc').slice(0, 15); // → 'sha256-ba7816bf'
 * ```
 */
export function blobKey(bytes: Uint8Array | string): BlobKey {
  return `sha256-${hash('sha256', bytes)}`;
}

/**
 * Blobs by content, an index of derived outputs, and the snapshot index.
 * All writes are idempotent; nothing is ever overwritten with other content.
 */
export interface Archive {
  /** Stores bytes (a string as UTF-8) once. @throws ArchiveFullError when the disk is full */
  put(bytes: Uint8Array | string): Promise<BlobKey>;
  /** @throws MissingBlobError, CorruptInputError when the stored bytes do not hash to the key */
  get(key: BlobKey): Promise<Uint8Array>;
  has(key: BlobKey): Promise<boolean>;
  /** Where a stage of this version has put its output for this input, or null: then the stage has to run. */
  derived(stage: string, version: string, input: BlobKey): Promise<BlobKey | null>;
  setDerived(stage: string, version: string, input: BlobKey, output: BlobKey): Promise<void>;
  addSnapshot(snapshot: Snapshot): Promise<void>;
  snapshot(key: string): Promise<Snapshot | null>;
  /** Newest first. */
  snapshotsOf(url: string): Promise<Snapshot[]>;
  close(): Promise<void>;
}

/**
 * Reads a blob as UTF-8 JSON. @throws MissingBlobError, CorruptInputError
 * @example
 * ```ts
 * import { getJson } from '@zhibiao/shared';
 * const archive = { get: async () => new TextEncoder().encode('{"title":"政府工作报告"}') };
 * await getJson(archive, 'sha256-…'); // → { title: '政府工作报告' }
 * ```
 */
export async function getJson(archive: Archive, key: BlobKey): Promise<unknown> {
  const { buffer, byteOffset, byteLength } = await archive.get(key);
  // A Buffer decodes some kilobytes faster than a TextDecoder is made.
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8'));
}
