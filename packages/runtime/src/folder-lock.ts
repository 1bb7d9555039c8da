import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** A folder that one process may have at a time. */
export interface FolderLock {
  release(): void;
}

/** How long to wait for somebody who only looks whether the folder is taken, milliseconds. */
const patienceMs = 2_000;

const fileIn = (dir: string) => join(dir, 'up.lock');

/**
 * Takes a folder. The lock is an open transaction on a small SQLite file: the operating system holds it, so that it ends
 * with its process, however that ends, and no note that was left behind can keep anybody out. (Node has no lock on files.)
 * @returns null where another process has the folder
 */
export function lockFolder(dir: string): FolderLock | null {
  mkdirSync(dir, { recursive: true });
  const db = begin(fileIn(dir), 'EXCLUSIVE', patienceMs);
  return db && { release: () => db.close() };
}

/** Whether a process has the folder now. */
export function isLocked(dir: string): boolean {
  const file = fileIn(dir);
  if (!existsSync(file)) return false;
  const db = begin(file, 'IMMEDIATE', 0);
  db?.close();
  return db === null;
}

function begin(file: string, kind: 'EXCLUSIVE' | 'IMMEDIATE', waitMs: number): Database.Database | null {
  const db = new Database(file);
  try {
    db.exec(`PRAGMA busy_timeout = ${waitMs}`);
    db.exec(`BEGIN ${kind}`);
    return db;
  } catch (error) {
    db.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
