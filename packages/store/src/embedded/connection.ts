import { statSync } from 'node:fs';
import Database from 'libsql';
import { ArchiveFullError, StoreUnavailableError } from '../errors.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, unknown>;

export interface ConnectionOptions {
  /**
   * Size of the page cache, kilobytes. Not too large: SQLite (3.45) goes through all of it at the end of each transaction that has split
   * a page, which costs more than asking the system for the pages that it lacks.
   */
  cacheKb?: number;
  /** flush each transaction to the disk: survives a power cut, not only a killed process */
  sync?: boolean;
}

/** How long a writer waits for another, milliseconds. */
export const BUSY_MS = 20_000;

/**
 * One connection to an SQLite file: write-ahead log, so that readers and one writer of any number of processes
 * work side by side.
 *
 * Two traps of libsql: `Statement.get` and an iteration that is broken off leave the statement open, which pins an
 * old read snapshot (later writes fail with SQLITE_BUSY_SNAPSHOT, checkpoints never finish), so only `all` and `run` are
 * used; and a single object as parameter counts as named ones, so parameters always go in as one array.
 */
export class Connection {
  readonly #db: Database.Database;
  /** its path */
  readonly file: string;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #inode: bigint | null;
  /** ends with the transaction that `together` has opened; null where none is open */
  #shared: Promise<void> | null = null;
  /** ends with the transaction that `alone` has opened; null where none is open */
  #alone: Promise<void> | null = null;

  constructor(file: string, { cacheKb = 16_384, sync = false }: ConnectionOptions = {}) {
    this.file = file;
    this.#db = this.#guard(() => new Database(file));
    this.#guard(() => {
      this.#db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
      this.#db.exec('PRAGMA journal_mode = WAL');
      this.#db.exec(`PRAGMA synchronous = ${sync ? 'FULL' : 'NORMAL'}`);
      this.#db.exec(`PRAGMA cache_size = -${cacheKb}`);
      this.#db.exec('PRAGMA temp_store = MEMORY');
      // 64 MB of log before it is merged into the file: pages that many writes touch are merged once.
      this.#db.exec('PRAGMA wal_autocheckpoint = 16000');
    });
    this.#inode = inodeOf(file);
  }

  /**
   * A file that is deleted or replaced while it is open is read and written on as if nothing had happened, and all of it
   * is gone with the process.
   * @throws StoreUnavailableError where that is so
   */
  check(): void {
    if (inodeOf(this.file) === this.#inode) return;
    throw new StoreUnavailableError(
      `${this.file} was deleted or replaced while it was in use. Put it back from a backup, then start Zhibiao again; nothing more is written until then.`,
      this.file,
    );
  }

  all(sql: string, values: readonly SqlValue[] = []): SqlRow[] {
    return this.#guard(() => this.#prepare(sql).all(values) as SqlRow[]);
  }

  one(sql: string, values: readonly SqlValue[] = []): SqlRow | null {
    return this.all(sql, values)[0] ?? null;
  }

  /** @returns the number of rows changed */
  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.#guard(() => this.#prepare(sql).run(values).changes);
  }

  exec(sql: string): void {
    this.#guard(() => this.#db.exec(sql));
  }

  /** Runs `work`, which must not await, in one write transaction: its own, or the one that is open already. */
  transaction<T>(work: () => T): T {
    if (this.#shared || this.#alone) return this.#guard(work);
    this.check();
    return this.#guard(() => {
      this.run('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.run('COMMIT');
        return result;
      } catch (error) {
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /**
   * Runs `work`, whose steps wait for nothing but this connection, in one write transaction with whatever else is asked for
   * at the same moment: a commit costs more than the rows of a document. Resolves when it is written. Steps that come
   * after a real wait are written one by one, for no lock is held over a turn of the event loop.
   */
  async together<T>(work: () => Promise<T>): Promise<T> {
    await this.free();
    this.#shared ??= this.#share();
    const written = this.#shared;
    const result = await work().catch(async (error: unknown) => {
      // What went wrong first says more than that the rest could not be written either.
      await written.catch(() => {});
      throw error;
    });
    await written;
    return result;
  }

  /** Resolves when no transaction of {@link alone} is open. */
  async free(): Promise<void> {
    while (this.#alone) await this.#alone;
  }

  /** whether one is open, so that whoever does not belong to it has to wait */
  get taken(): boolean {
    return this.#alone !== null;
  }

  /**
   * Does jobs, which wait for nothing but this connection, one after the other in one transaction of which nobody else's writes are a part.
   * Where one fails all are taken back and done again, each in a transaction of its own: a savepoint for each would
   * cost those that do not fail.
   */
  async alone<T>(jobs: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    while (this.#alone || this.#shared) await (this.#alone ?? this.#shared?.catch(() => {}));
    let end = () => {};
    this.#alone = new Promise((resolve) => {
      end = resolve;
    });
    try {
      this.check();
      return await this.#atOnce(jobs);
    } finally {
      this.#alone = null;
      end();
    }
  }

  async #atOnce<T>(jobs: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    this.run('BEGIN IMMEDIATE');
    try {
      const results: PromiseSettledResult<T>[] = [];
      for (const job of jobs) results.push({ status: 'fulfilled', value: await job() });
      this.run('COMMIT');
      return results;
    } catch (reason) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      if (jobs.length === 1) return [{ status: 'rejected', reason }];
    }
    const results: PromiseSettledResult<T>[] = [];
    for (const job of jobs) results.push(...(await this.#atOnce([job])));
    return results;
  }

  #share(): Promise<void> {
    this.check();
    this.run('BEGIN IMMEDIATE');
    const written = new Promise<void>((resolve, reject) => {
      const end = () => {
        this.#shared = null;
        try {
          // SQLite itself rolls back where the disk is full or failing: whoever shared the transaction has written nothing.
          if (!this.#db.inTransaction)
            throw new StoreUnavailableError(
              `What was being written to ${this.file} was rolled back by a fault beside it. Try again.`,
              this.file,
            );
          this.run('COMMIT');
          resolve();
        } catch (error) {
          if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
          reject(error);
        }
      };
      // From within a microtask, `nextTick` comes when no microtask is left: `work` has ended, or really waits.
      queueMicrotask(() => process.nextTick(end));
    });
    written.catch(() => {});
    return written;
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.open) this.#db.close();
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      if (this.#statements.size > 500) this.#statements.clear();
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw nameFault(error, this.file);
    }
  }
}

const inodeOf = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;

/** @returns a named error where waiting or freeing space helps, else the error itself */
export function nameFault(error: unknown, file: string): unknown {
  const code = String((error as { code?: unknown })?.code ?? '');
  if (code === 'SQLITE_FULL')
    return new ArchiveFullError(`No room left to write to ${file}. Make room.`, file, { cause: error });
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new StoreUnavailableError(
      `${file} is damaged, or is no database (${code}). Stop Zhibiao and bring a backup back into a new folder with \`zhibiao store restore\`.`,
      file,
      { cause: error },
    );
  if (/^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY|PROTOCOL|NOMEM)/.test(code))
    return new StoreUnavailableError(
      `${file} cannot be used now (${code}). Check the disk and that no other program keeps it locked.`,
      file,
      { cause: error },
    );
  return error;
}
