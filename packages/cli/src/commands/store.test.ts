import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobKey, type Snapshot } from '@zhibiao/shared';
import { openArchive } from '@zhibiao/store';
import { expect, it, onTestFinished } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const DAY = 24 * 3_600_000;
const url = 'http://example.com/a';

function snapshotAt(time: number, body: Snapshot['body']): Snapshot {
  const key = blobKey(`${url} ${time}`);
  return {
    key,
    url,
    finalUrl: url,
    time,
    status: 200,
    headers: [],
    chain: [],
    body,
    bytes: 1,
    rendered: false,
  };
}

it('store retention says what would go, and takes it away with --apply only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
  const archive = await openArchive(env.ZHIBIAO_ARCHIVE);
  const body = await archive.put('a page');
  for (const days of [500, 490, 10, 0]) await archive.addSnapshot(snapshotAt(Date.now() - days * DAY, body));
  await archive.close();
  const run = async (...args: string[]) => {
    const { out, ...answered } = await commandLine(['store', 'retention', ...args], env);
    return { ...answered, result: out ? JSON.parse(out) : null };
  };
  const none = ['--thin-to-days', '0'];
  for (const _ of [1, 2]) {
    const planned = await run(...none);
    expect(planned.result).toMatchObject({ dryRun: true, snapshots: { kept: 2, removed: 2 } });
    expect(planned.said).toContain('--apply');
  }
  const done = await run(...none, '--apply');
  expect(done.result).toMatchObject({ dryRun: false, snapshots: { kept: 2, removed: 2 } });
  expect((await run(...none)).result).toMatchObject({ snapshots: { kept: 2, removed: 0 } });
  const wrong = await run('--keep-days', '-1');
  expect([wrong.code, wrong.result]).toEqual([2, null]);
  expect(wrong.said).toContain('--keep-days');
});

it('store rebuild-figures makes the figures anew, the same as before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
  await storeReport(env, url, '报告\n地区生产总值增长6.3%。', [{ quote: '6.3%', value: 6.3, code: 'gdp' }]);
  const figures = () => commandLine(['figures', '--format', 'json'], env);
  const before = await figures();
  expect(before.out).toContain('"value":6.3');
  const { code, out } = await commandLine(['store', 'rebuild-figures'], env);
  expect([code, JSON.parse(out)]).toEqual([0, { documents: 1, figures: 1 }]);
  const { out: after } = await figures();
  expect(after).toBe(before.out);
});
