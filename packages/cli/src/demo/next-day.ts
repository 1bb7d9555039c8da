import type { Page, Source } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

/** @returns what a crawl that began at `since` has found out about the articles of the sources, a line each */
export async function whatHasBecome(
  store: DocumentStore,
  sources: readonly Source[],
  since: number,
): Promise<string[]> {
  const lines: string[] = [];
  let unchanged = 0;
  for (const source of sources) {
    for (const page of await store.duePages(source.id, Number.MAX_SAFE_INTEGER, 1_000)) {
      if (page.role !== 'article' || (page.fetchedAt ?? 0) < since) continue;
      const news = newsOf(page, since);
      if (news) lines.push(news);
      else unchanged += 1;
    }
  }
  return [...lines.sort(), `unchanged  ${unchanged} articles; nothing was stored again`];
}

function newsOf(page: Page, since: number): string | null {
  if (page.deletedAt !== null) return `gone       ${page.url} (what it said is kept)`;
  if (page.movedTo !== null && page.movedTo === page.address)
    return `moved      ${page.url} -> ${page.address}`;
  return (page.changedAt ?? 0) >= since ? `changed    ${page.url}` : null;
}
