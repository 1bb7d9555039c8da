import { Page, type Snapshot, type Source } from '@zhibiao/shared';
import { header } from '../fetch/index.ts';
import { nextDue, type Outcome } from '../recrawl/index.ts';

export interface PageChange {
  readonly url: string;
  readonly address: string;
  readonly source: Source | null;
  /** the state before, null for a page that is new */
  readonly before: Page | null;
  readonly now: number;
}

/**
 * The state of a page after an answer. `found` holds what the answer showed: role, text hash, article, and the address
 * that it has moved to for good.
 */
export function afterAnswer(
  change: PageChange,
  snapshot: Snapshot,
  outcome: Extract<Outcome, 'changed' | 'unchanged'>,
  found: Partial<Page>,
): Page {
  const page = base(change);
  return scheduled(change, outcome, {
    ...page,
    // Once it is read at its new address, no redirect tells of the move any more.
    movedTo: page.movedTo !== null && page.movedTo === page.address ? page.movedTo : null,
    ...found,
    etag: header(snapshot.headers, 'etag'),
    lastModified: header(snapshot.headers, 'last-modified'),
    body: snapshot.body,
    status: snapshot.status,
    deletedAt: null,
    fetchedAt: Math.max(change.now, page.fetchedAt ?? 0),
    changedAt: outcome === 'changed' ? change.now : (change.before?.changedAt ?? change.now),
    failures: 0,
  });
}

/** The state of a page that is no longer there, or leads to something else. What was found on it stays. */
export function afterGone(change: PageChange, status: number, movedTo?: string): Page {
  const page = base(change);
  return scheduled(change, 'gone', {
    ...page,
    status,
    movedTo: movedTo ?? page.movedTo,
    deletedAt: page.deletedAt ?? change.now,
    fetchedAt: change.now,
  });
}

/** The state of a page that could not be fetched or read. */
export function afterFailure(change: PageChange): Page {
  const page = base(change);
  return scheduled(change, 'failed', { ...page, failures: page.failures + 1 });
}

const base = ({ url, address, source, before }: PageChange): Page =>
  before ?? Page.parse({ url, address: address === url ? null : address, source: source?.id ?? null });

function scheduled(change: PageChange, outcome: Outcome, page: Page): Page {
  const due = nextDue({ page, outcome, now: change.now, politeness: change.source?.politeness });
  return { ...page, nextDueAt: due.nextDueAt, intervalMs: due.intervalMs };
}
