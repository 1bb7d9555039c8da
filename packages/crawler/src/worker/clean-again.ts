import type { CrawlMessage, Outcome } from '@zhibiao/shared';
import { fileKind } from '../attachments/index.ts';
import { cleanerVersion, joinParts } from '../clean/index.ts';
import type { CrawlDeps } from './deps.ts';
import { type CleanedPage, cleanSnapshot, textPart } from './gather.ts';

/** Reprocess from `clean`: the archived snapshots of a page through the present cleaner, without the network. */
export async function cleanAgain(
  deps: CrawlDeps,
  message: Extract<CrawlMessage, { task: 'clean' }>,
): Promise<Outcome | undefined> {
  const source = message.source === null ? null : await deps.source(message.source);
  const parts: CleanedPage[] = [];
  for (const key of message.snapshots) {
    const snapshot = await deps.archive.snapshot(key);
    if (!snapshot) continue;
    const bytes = await deps.archive.get(snapshot.body);
    const page = await cleanSnapshot(deps, snapshot, bytes, source);
    const isFile = parts.length > 0 && fileKind(bytes) !== null;
    if (page.cleaned.role === 'article') parts.push(isFile ? { ...page, file: snapshot.url } : page);
  }
  if (parts.length === 0) return undefined;
  const article = await deps.archive.put(JSON.stringify(joinParts(parts.map(textPart))));
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
