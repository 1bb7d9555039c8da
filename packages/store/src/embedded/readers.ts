import { Worker } from 'node:worker_threads';
import { present } from '@zhibiao/shared';
import { StoreUnavailableError } from '../errors.ts';
import { BUSY_MS, nameFault, type SqlRow, type SqlValue } from './connection.ts';

/** What answers reading statements: a connection of this thread at once, a pool of threads after a while. */
export interface Reader {
  all(sql: string, values?: readonly SqlValue[]): SqlRow[] | Promise<SqlRow[]>;
}

interface Answer {
  id: number;
  rows?: SqlRow[];
  error?: { message: string; code?: string };
}

interface Asked {
  resolve: (rows: SqlRow[]) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  asked: Map<number, Asked>;
}

/**
 * Read connections in threads of their own, so that no statement holds up the event loop. A statement goes to the
 * thread that has least to do.
 * They see what has been committed: reads that belong to a write stay on the writer's connection.
 */
export class ReaderThreads implements Reader {
  readonly #file: string;
  readonly #size: number;
  readonly #threads: Thread[] = [];
  #next = 0;
  #closed = false;

  constructor(file: string, size = 2) {
    this.#file = file;
    this.#size = size;
  }

  /** @throws StoreUnavailableError when the file cannot be read or the thread has ended */
  all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError('The store is closed.', this.#file));
    const thread = this.#idlest();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      thread.asked.set(id, { resolve, reject });
      thread.worker.postMessage({ id, sql, values });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #idlest(): Thread {
    const free = this.#threads.find(({ asked }) => asked.size === 0);
    if (free) return free;
    if (this.#threads.length < this.#size) return this.#start();
    return this.#threads.reduce((a, b) => (b.asked.size < a.asked.size ? b : a));
  }

  #start(): Thread {
    const worker = new Worker(new URL('../../threads/reader.mjs', import.meta.url), {
      workerData: { file: this.#file, busyMs: BUSY_MS },
    });
    const thread: Thread = { worker, asked: new Map() };
    worker.on('message', ({ id, rows, error }: Answer) => {
      const { resolve, reject } = present(thread.asked.get(id), 'the entry for id in asked');
      thread.asked.delete(id);
      if (rows) resolve(rows);
      else
        reject(
          nameFault(
            Object.assign(new Error(present(error, 'the error').message), {
              code: present(error, 'the error').code,
            }),
            this.#file,
          ),
        );
    });
    worker.on('error', (error) => this.#lose(thread, error));
    worker.on('exit', () => this.#lose(thread, undefined));
    this.#threads.push(thread);
    return thread;
  }

  /** A thread that has ended fails what it was asked; the next statement starts another. */
  #lose(thread: Thread, cause: unknown): void {
    const at = this.#threads.indexOf(thread);
    if (at >= 0) this.#threads.splice(at, 1);
    for (const { reject } of thread.asked.values())
      reject(
        new StoreUnavailableError(`The reader of ${this.#file} has ended. Ask again.`, this.#file, { cause }),
      );
    thread.asked.clear();
  }
}
