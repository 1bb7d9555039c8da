import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ArchiveFullError } from '../errors.ts';

/** With less room left than this nothing of use can be written, bytes. */
const leastRoom = 2 ** 20;

/** Questions are answered on a full disk too, so whoever asks whether a file can be worked with asks for this. @throws ArchiveFullError */
export async function checkRoom(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file));
  if (bavail * bsize >= leastRoom) return;
  throw new ArchiveFullError(
    `The disk of ${file} has less than 1 MB of room left. Make room or move it.`,
    file,
  );
}
