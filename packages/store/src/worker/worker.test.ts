import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobKey, createLogger, type Snapshot } from '@zhibiao/shared';
import type { MessageOf } from '@zhibiao/shared/messages';
import { afterAll, expect, it } from 'vitest';
import { openArchive, openStore } from '../index.ts';
import { sampleCommit } from '../testing/sample.ts';
import { createStoreHandler } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-worker-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = 'http://news.example/77_2.html';
const context = {
  signal: new AbortController().signal,
  log: createLogger('silent'),
  attempt: 1,
  lastTry: true,
  queuedAt: 0,
};

it.each([
  ['first', 0],
  ['last', 1],
])(
  'a page that is part of another text gives its documents back, though that word comes %s',
  async (_, at) => {
    const archive = await openArchive(join(folder, `archive-${at}`));
    const store = await openStore(join(folder, `store-${at}`));
    const body = await archive.put('<html>');
    const snapshot: Snapshot = {
      key: blobKey(page),
      url: page,
      finalUrl: page,
      time: 1_700_000_000_000,
      status: 200,
      headers: [],
      chain: [],
      body,
      bytes: 6,
      rendered: false,
    };
    await archive.addSnapshot(snapshot);
    const messageOf = async (flags: string[], reports: Parameters<typeof sampleCommit>[1]) => {
      const { article, extraction } = sampleCommit(page, reports);
      const articleKey = await archive.put(JSON.stringify({ ...article, flags }));
      const extractionKey = await archive.put(JSON.stringify({ ...extraction, article: articleKey }));
      const message: MessageOf<'store'> = {
        run: 'run-1',
        source: null,
        shadow: false,
        page,
        snapshots: [snapshot.key],
        cleaner: '1',
        article: articleKey,
        extraction: extractionKey,
      };
      return message;
    };
    const own = await messageOf([], [{ figures: [{ value: 5017 }] }]);
    const messages = [own];
    messages.splice(at, 0, await messageOf(['part-of-another-text'], []));
    const handle = createStoreHandler({ archive, store });
    for (const message of messages) await handle(message, context);
    expect((await store.documents()).rows).toEqual([]);
    expect((await store.observations()).rows).toEqual([]);
    await store.close();
    await archive.close();
  },
);
