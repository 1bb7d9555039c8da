import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { Progress } from '@zhibiao/runtime/progress';
import { present } from '@zhibiao/shared';
import { Piscina } from 'piscina';
import run, { type OfflineResult, type OfflineTask } from './task.ts';

/** Below this many files the threads cost more than they bring. */
const threadsFrom = 8;

/**
 * Works through files in their order, on all cores when there are many.
 * @yields one result per file, in the order of the files
 */
export async function* runOffline(
  files: readonly string[],
  options: Omit<OfflineTask, 'file' | 'bytes'>,
  progress: Progress,
): AsyncGenerator<OfflineResult> {
  const taskOf = async (file: string): Promise<OfflineTask> =>
    file === '-' ? { ...options, file, bytes: await buffer(process.stdin) } : { ...options, file };
  if (files.length < threadsFrom) {
    for (const file of files) yield run(await taskOf(file));
    return;
  }
  const threads = availableParallelism();
  const pool = new Piscina({ filename: new URL('./task.js', import.meta.url).href, maxThreads: threads });
  try {
    // Bounded: results wait in memory only for their turn.
    const ahead: Promise<OfflineResult>[] = [];
    let next = 0;
    for (let done = 0; done < files.length; done++) {
      while (next < files.length && ahead.length < threads * 4)
        ahead.push(pool.run(await taskOf(present(files[next++], 'a file'))));
      yield await present(ahead.shift(), 'a result');
      progress.show(`${done + 1}/${files.length}`);
    }
  } finally {
    progress.clear();
    await pool.destroy();
  }
}
