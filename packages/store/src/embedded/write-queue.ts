import type { Connection, SqlValue } from './connection.ts';

/**
 * Writes that are asked for in one turn of the event loop go into one transaction: a commit costs as much as a hundred rows.
 * They are written in the order in which they were asked for, all or none.
 */
export class WriteQueue {
  readonly #db: Connection;
  #waiting: { sql: string; values: readonly SqlValue[] }[] = [];
  #flush: Promise<void> | null = null;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Resolves when the write is committed. @throws ArchiveFullError, StoreUnavailableError */
  write(sql: string, values: readonly SqlValue[]): Promise<void> {
    this.#waiting.push({ sql, values });
    this.#flush ??= new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        const batch = this.#waiting;
        this.#waiting = [];
        this.#flush = null;
        try {
          this.#db.transaction(() => {
            for (const { sql: statement, values: bound } of batch) this.#db.run(statement, bound);
          });
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    return this.#flush;
  }

  /** Resolves when nothing waits to be written; what went wrong is told to those who asked for it. */
  async settled(): Promise<void> {
    await this.#flush?.catch(() => {});
  }
}
