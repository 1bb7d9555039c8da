import type { Page, Source } from '@zhibiao/shared';
import type { CrawlMessage } from '@zhibiao/shared/messages';
import type { JobContext } from '@zhibiao/shared/queues';
import type { CrawlDeps } from './deps.ts';
import type { PageChange } from './page-state.ts';

/** One fetch job: what was asked, and what is known of the page. */
export interface Task {
  readonly deps: CrawlDeps;
  readonly message: Extract<CrawlMessage, { task: 'fetch' }>;
  readonly context: JobContext;
  readonly source: Source | null;
  /** what to fetch */
  readonly address: string;
  /** the page's state, null where it is new */
  readonly before: Page | null;
  readonly change: PageChange;
}

/** How the pages of this job are fetched. */
export interface Manner {
  readonly run: string;
  readonly source: Source | null;
  readonly browser: boolean;
  readonly since: number;
  readonly offline: boolean;
  readonly signal: AbortSignal;
}
