import { canonicalUrl } from '@zhibiao/crawler/discovery';
import { isTextType } from '@zhibiao/crawler/fetch';
import type { Emission, Producer, Run, Snapshot } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

export interface OfflineCrawl {
  /** the run's id */
  readonly run: string;
  /** pages that were queued */
  readonly pages: number;
  /** addresses that hold none: redirects, refusals, pictures, robots.txt */
  readonly others: number;
}

const queuedAtOnce = 1_000;

/** The imported answers that a crawl would have read as pages, by page; the newest counts where a page has several. */
export class ImportedPages {
  readonly #newest = new Map<string, Pick<Snapshot, 'url' | 'time'>>();
  readonly #others = new Set<string>();

  add(snapshot: Snapshot): void {
    const { url, time } = snapshot;
    const page = canonicalUrl(url) ?? url;
    if (!isPage(snapshot)) this.#others.add(page);
    else if ((this.#newest.get(page)?.time ?? 0) <= time) this.#newest.set(page, { url, time });
  }

  /** canonical URL and the address under which it was crawled */
  get pages(): [page: string, address: string][] {
    return [...this.#newest].map(([page, { url }]) => [page, url]);
  }

  get others(): number {
    return [...this.#others].filter((page) => !this.#newest.has(page)).length;
  }
}

function isPage({ url, status, headers, rendered }: Snapshot): boolean {
  if (status < 200 || status > 299 || new URL(url).pathname === '/robots.txt') return false;
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? null;
  return rendered || (isTextType(type) && !/^text\/(css|javascript)|json/i.test(type ?? ''));
}

/**
 * Queues imported pages to be read from the archive as if they had just been crawled: the pages are known afterwards,
 * their texts joined, parsed and stored, copies found. No host is asked.
 * @param source to which the pages shall belong, so that they are crawled again with it; null for none
 */
export async function startOffline(
  store: DocumentStore,
  producer: Producer,
  imported: ImportedPages,
  source: string | null,
  now: number,
): Promise<OfflineCrawl> {
  const run = `import-${now.toString(36)}-${Math.random().toString(36).slice(2, 6)}`;
  const { pages, others } = imported;
  const book: Run = {
    ...{ id: run, type: 'crawl', state: 'running', startedAt: now, finishedAt: null, counts: {} },
    selection: { imported: pages.length, ...(source && { sources: [source] }) },
  };
  await store.saveRun(book);
  const messages = pages.map(
    ([url, address]): Emission => ({
      queue: 'crawl',
      message: {
        ...{ task: 'fetch', kind: 'page', run, source, shadow: false, depth: 0, force: true, offline: true },
        ...{ url, address },
      },
    }),
  );
  for (let at = 0; at < messages.length; at += queuedAtOnce)
    await producer.send(messages.slice(at, at + queuedAtOnce));
  return { run, pages: pages.length, others };
}
