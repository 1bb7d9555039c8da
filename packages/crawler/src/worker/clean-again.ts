import type { Snapshot } from '@zhibiao/shared';
import type { CrawlMessage } from '@zhibiao/shared/messages';
import type { Outcome } from '@zhibiao/shared/queues';
import { fileKind } from '../attachments/index.ts';
import { cleanerVersion, decode } from '../clean/index.ts';
import type { CrawlDeps } from './deps.ts';
import { emptyArticle } from './empty-article.ts';
import { contentTypeOf } from './fetch-page.ts';
import { articleOf } from './joined.ts';
import { type CleanedPage, cleanSnapshot } from './read-page.ts';

/** Reprocess from `clean`: the archived snapshots of a page through the present cleaner, without the network. */
export async function cleanAgain(
  deps: CrawlDeps,
  message: Extract<CrawlMessage, { task: 'clean' }>,
): Promise<Outcome | undefined> {
  const source = message.source === null ? null : await deps.source(message.source);
  const sheets = await sheetsOf(deps, message.snapshots);
  const parts: CleanedPage[] = [];
  for (const key of message.snapshots) {
    const snapshot = await deps.archive.snapshot(key);
    if (!snapshot || isSheet(snapshot)) continue;
    const bytes = await deps.archive.get(snapshot.body);
    const page = await cleanSnapshot(deps, snapshot, bytes, source, { sheets });
    const isFile = parts.length > 0 && fileKind(bytes) !== null;
    if (page.cleaned.role === 'article') parts.push(isFile ? { ...page, file: snapshot.url } : page);
  }
  const { run, shadow, page, snapshots } = message;
  // What has become no article gives its documents back: the diff shows the loss.
  const found = parts.length > 0 ? articleOf(parts) : emptyArticle(page, 'no-article');
  const article = await deps.archive.put(JSON.stringify(found));
  return {
    emit: [
      {
        queue: 'parse',
        message: { run, shadow, source: message.source, page, snapshots, cleaner: cleanerVersion(), article },
      },
    ],
  };
}

const isSheet = (snapshot: Snapshot): boolean => /^\s*text\/css/i.test(contentTypeOf(snapshot) ?? '');

/** The style sheets among a text's snapshots, by address. */
async function sheetsOf(deps: CrawlDeps, keys: readonly string[]): Promise<Map<string, string>> {
  const sheets = new Map<string, string>();
  for (const key of keys) {
    const snapshot = await deps.archive.snapshot(key);
    if (!snapshot || !isSheet(snapshot)) continue;
    sheets.set(snapshot.url, decode(await deps.archive.get(snapshot.body), contentTypeOf(snapshot)).text);
  }
  return sheets;
}
