import { present } from '@zhibiao/shared';
import { startThread } from '@zhibiao/shared/watch';
import { UnreadableFileError } from './errors.ts';
import type { ThreadAnswer, ThreadTask } from './thread.ts';
import { defaultFileLimits, type FileContents, type FileLimits } from './types.ts';

/**
 * Reads a file in a thread of its own, which is stopped when its time is over: parsers of such formats have faults, and a
 * file of the web may have been made to find them.
 * @throws UnreadableFileError; the reason of `signal` when that is aborted
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: { limits?: Partial<FileLimits>; signal?: AbortSignal } = {},
): Promise<FileContents> {
  const limits = { ...defaultFileLimits, ...options.limits };
  options.signal?.throwIfAborted();
  const task: ThreadTask = { bytes, name, limits };
  const worker = startThread('thread', import.meta.url, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
    const slow = `${name} was not read within ${limits.timeoutMs / 1000} s. Leave it out of the source.`;
    timer = setTimeout(() => resolve({ unreadable: slow }), limits.timeoutMs);
    options.signal?.addEventListener('abort', () => reject(present(options.signal, 'the signal').reason), {
      once: true,
    });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      resolve({ unreadable: `${name} needs more than ${limits.maxMemoryMb} MB to be read.` });
    });
    worker.once('exit', (code) => resolve({ failure: `the thread ended with code ${code}` }));
  }).finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
  if ('contents' in answer) return answer.contents;
  const why =
    'unreadable' in answer ? answer.unreadable : `${name} cannot be read (${answer.failure.split('\n')[0]}).`;
  throw new UnreadableFileError(why, name);
}
