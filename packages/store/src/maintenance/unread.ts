import { type Archive, Article, getJson, type Page } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import type { Tables } from '../tables/definitions.ts';
import { walk } from '../tables/walk.ts';

/** Tells the pages whose text never reached the store: they look read, and no later crawl of an unchanged text would tell. */
export class UnreadPages {
  readonly #tables: Tables;
  readonly #since: number;
  readonly #quarantined: ReadonlySet<string>;

  private constructor(tables: Tables, since: number, quarantined: ReadonlySet<string>) {
    this.#tables = tables;
    this.#since = since;
    this.#quarantined = quarantined;
  }

  /** Left out are pages that a run may still be reading, and those whose failure the quarantine tells. */
  static async of(tables: Tables): Promise<UnreadPages> {
    const [oldest] = await tables.runs.find({ state: { eq: 'running' } }, { by: 'startedAt', limit: 1 });
    const quarantined = new Set<string>();
    for await (const { resolvedAt, message } of walk(tables.quarantine)) {
      const { page, url } = (message ?? {}) as { page?: unknown; url?: unknown };
      if (resolvedAt === null) quarantined.add(String(page ?? url));
    }
    return new UnreadPages(tables, oldest?.startedAt ?? Number.POSITIVE_INFINITY, quarantined);
  }

  async has({ url, article, fetchedAt }: Page): Promise<boolean> {
    if (article === null || (fetchedAt ?? 0) >= this.#since || this.#quarantined.has(url)) return false;
    const rows = await this.#tables.extractions.find({ article: { eq: article } });
    return !rows.some((row) => row.page === url && !row.shadow);
  }
}

/**
 * The messages that bring the texts of all such pages to the store, of one run.
 * @throws what reading the archive throws
 */
export async function* unreadMessages(
  tables: Tables,
  archive: Archive,
  run: string,
): AsyncGenerator<Emission> {
  const unread = await UnreadPages.of(tables);
  for await (const page of walk(tables.pages)) {
    if (page.article === null || !(await unread.has(page)) || !(await archive.has(page.article))) continue;
    const { parts } = Article.parse(await getJson(archive, page.article));
    const addresses = new Set([page.address ?? page.url, ...parts.map((part) => part.url)]);
    const newest = await Promise.all([...addresses].map((url) => archive.snapshotsOf(url)));
    const snapshots = [...new Set(newest.flatMap(([snapshot]) => snapshot?.key ?? []))];
    const { url, source, article } = page;
    yield {
      queue: 'parse',
      message: { run, source, shadow: false, page: url, snapshots, cleaner: 'unknown', article },
    };
  }
}
