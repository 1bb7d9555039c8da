import { createExtractorFromData } from 'node-unrar-js';
import { UnreadableFileError } from './errors.ts';
import type { UnpackBudget } from './zip.ts';

/** The files of a RAR archive, unpacked. @throws UnreadableFileError */
export async function readRar(
  bytes: Uint8Array,
  name: string,
  budget: UnpackBudget,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  try {
    const data = new Uint8Array(bytes).buffer as ArrayBuffer;
    const extractor = await createExtractorFromData({ data });
    const headers = [...extractor.getFileList().fileHeaders].filter((h) => !h.flags.directory);
    if (headers.length > budget.maxMembers || headers.reduce((n, h) => n + h.unpSize, 0) > budget.bytes)
      throw new UnreadableFileError(
        `${name} holds more than may be unpacked of one file. Leave it out of the source.`,
        name,
      );
    if (headers.some((h) => h.flags.encrypted))
      throw new UnreadableFileError(
        `${name} is locked with a password. Ask its publisher for an open copy.`,
        name,
      );
    const { files } = extractor.extract({ files: headers.map((h) => h.name) });
    return [...files].flatMap(({ fileHeader, extraction }) => {
      budget.bytes -= extraction?.length ?? 0;
      return extraction ? [{ name: fileHeader.name, bytes: extraction }] : [];
    });
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(
      `${name} cannot be unpacked (${(error as Error).message}): the file is damaged.`,
      name,
      { cause: error },
    );
  }
}
