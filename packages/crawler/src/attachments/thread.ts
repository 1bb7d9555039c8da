import { parentPort, workerData } from 'node:worker_threads';
import { present } from '@zhibiao/shared';
import { UnreadableFileError } from './errors.ts';
import { readHere } from './read.ts';
import type { FileContents, FileLimits } from './types.ts';

export interface ThreadTask {
  bytes: Uint8Array;
  name: string;
  limits: FileLimits;
}

/** Errors lose their class between threads: what is told is whether the file is to blame, and the words. */
export type ThreadAnswer = { contents: FileContents } | { unreadable: string } | { failure: string };

const { bytes, name, limits } = workerData as ThreadTask;
present(parentPort, 'the parent port').postMessage(await answer());

async function answer(): Promise<ThreadAnswer> {
  try {
    return { contents: await readHere(bytes, name, limits) };
  } catch (error) {
    // the stack of pdfjs' errors names none
    const { message } = error as Error;
    return error instanceof UnreadableFileError ? { unreadable: message } : { failure: message };
  }
}
