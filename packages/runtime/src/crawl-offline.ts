import { canonicalUrl } from '@zhibiao/crawler/discovery';
import { isFileType, isTextType } from '@zhibiao/crawler/fetch';
import type { Snapshot } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import type { Producer } from '@zhibiao/shared/queues';
import type { DocumentStore } from '@zhibiao/store';
import { feedRun, openRun } from './runs.ts';

export interface OfflineCrawl {
  /** the run's id */
  readonly run: string;
  /** pages that were queued */
  readonly pages: number;
  /** addresses that hold none: redirects, refusals, pictures, robots.txt */
  readonly others: number;
}

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
  return (
    rendered || isFileType(type) || (isTextType(type) && !/^text\/(css|javascript)|json/i.test(type ?? ''))
  );
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
): Promise<OfflineCrawl> {
  const { pages, others } = imported;
  const deps = { store, producer };
  const run = await openRun(deps, 'import', { imported: pages.length, ...(source && { sources: [source] }) });
  const common = { task: 'fetch', kind: 'page', run: run.id, source, shadow: false, depth: 0 } as const;
  const emissions = pages.map(
    ([url, address]): Emission => ({
      queue: 'crawl',
      message: { ...common, force: true, offline: true, url, address },
    }),
  );
  await feedRun(deps, run.id, { emissions });
  return { run: run.id, pages: pages.length, others };
}
