import type { Page, QuarantineRecord, Run, RunInput } from './vocabulary/index.ts';

/** What the crawl worker needs of the store: page states, keyed by canonical URL. */
export interface PageBook {
  getPage(url: string): Promise<Page | null>;
  savePage(page: Page): Promise<void>;
  /** Pages of a source that are due at `now` (milliseconds since the epoch), oldest due first. */
  duePages(source: string, now: number, limit: number): Promise<Page[]>;
  /** Whether readers have (or had) what was extracted from this article of the page: only then has the page been read. */
  isExtracted(page: string, article: string): Promise<boolean>;
}

/** Where final failures go. `quarantine` is idempotent by record id. */
export interface Quarantine {
  quarantine(record: QuarantineRecord): Promise<void>;
}

export interface RunBook {
  saveRun(run: RunInput): Promise<void>;
  getRun(id: string): Promise<Run | null>;
}
