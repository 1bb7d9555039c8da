import type { CrawlMessage, Outcome } from '@zhibiao/shared';
import { cleanerVersion, joinParts } from '../clean/index.ts';
import type { CrawlDeps } from './deps.ts';
import { cleanSnapshot } from './gather.ts';

/** Reprocess from `clean`: the archived snapshots of a page through the present cleaner, without the network. */
export async function cleanAgain(
  deps: CrawlDeps,
  message: Extract<CrawlMessage, { task: 'clean' }>,
): Promise<Outcome | undefined> {
  const source = message.source === null ? null : await deps.source(message.source);
  const parts = [];
  for (const key of message.snapshots) {
    const snapshot = await deps.archive.snapshot(key);
    if (!snapshot) continue;
    const { cleaned } = cleanSnapshot(snapshot, await deps.archive.get(snapshot.body), source);
    if (cleaned.role === 'article') parts.push({ url: snapshot.finalUrl, cleaned });
  }
  if (parts.length === 0) return undefined;
  const article = await deps.archive.put(JSON.stringify(joinParts(parts)));
  const { run, shadow, page, snapshots } = message;
  return {
    emit: [
      {
        queue: 'parse',
        message: { run, shadow, source: message.source, page, snapshots, cleaner: cleanerVersion, article },
      },
    ],
  };
}
