import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobKey } from '@zhibiao/shared';
import { diffReprocess } from '@zhibiao/store/reprocess';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { sampleCommit } from '../../store/src/testing/sample.ts';
import { driveReprocess } from './reprocess.ts';
import { resumeRun, startReprocess } from './runs.ts';
import { openSmallSystem, type SmallSystem, silent } from './testing/small-system.ts';

const page = `<!doctype html><html><head><meta charset="utf-8"><title>2023年扬中市政府工作报告</title></head><body>
<div class="article"><h1>2023年扬中市政府工作报告</h1><div class="info">发布日期：2023-01-20 来源：市政府办公室</div><div class="content">
<p>——2023年1月10日在扬中市第十八届人民代表大会第二次会议上</p><p>各位代表：</p><p>现在，我代表市人民政府向大会报告工作，请予审议。</p>
<p>一、2022年工作回顾</p><p>全市地区生产总值完成550亿元，增长3.2%；河豚养殖产值达到12亿元，增长9%；城镇新增就业0.8万人。</p>
<p>二、2023年主要目标</p><p>地区生产总值增长6%左右，河豚养殖产值增长10%以上。</p></div></div></body></html>`;

let system: SmallSystem;
const deps = () => ({ store: system.stores.store, producer: system.producer });
const never = new AbortController().signal;

beforeEach(async () => {
  system = await openSmallSystem(inject('redisUrl'), (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
});
afterEach(() => system.close());

/** One new line of lexicon. */
async function lexicon(): Promise<Record<string, string>> {
  const folder = join(system.dir, 'lexicon');
  await mkdir(folder);
  const line = { code: 'pufferfish_output', names: ['河豚养殖产值'], units: ['元', '%'] };
  await writeFile(join(folder, 'indicators.json'), JSON.stringify([line]));
  return { ZHIBIAO_LEXICON: folder };
}

it('shows exactly the observations that a line of lexicon changes, and shows them to readers once promoted', async () => {
  await system.crawl(`${system.origin}/report.html`);
  await system.reopen(await lexicon());
  const { store } = system.stores;
  const run = await startReprocess(deps(), { from: 'parse' });
  const state = await driveReprocess(deps(), run, silent, never);
  expect(state).toMatchObject({ open: 0, failed: 0 });

  const diff = await diffReprocess(store.tables, run);
  expect(diff.observations).toMatchObject({ added: 0, removed: 0, changed: 3 });
  expect(diff.byIndicator).toEqual([expect.objectContaining({ code: 'pufferfish_output', changed: 3 })]);
  expect((await store.observations({ code: 'pufferfish_output' })).rows).toHaveLength(0);

  await store.promote(run, 'test');
  const { rows } = await store.observations({ code: 'pufferfish_output' });
  expect(rows.map((r) => r.observation.value).sort((a, b) => a - b)).toEqual([9, 10, 1200000000]);
  const [document] = (await store.documents()).rows;
  expect((await store.history(document!.document)).map((h) => h.cause)).toEqual(['first', 'lexicon']);
});

it('goes on where it was stopped', async () => {
  await system.crawl(`${system.origin}/report.html`, `${system.origin}/copy.html`);
  await system.reopen(await lexicon());
  const { store } = system.stores;
  const run = await startReprocess(deps(), { from: 'parse' });
  const stop = new AbortController();
  stop.abort();
  await driveReprocess(deps(), run, silent, stop.signal);
  expect((await store.getRun(run))?.state).toBe('stopped');
  await resumeRun(deps(), run);
  await driveReprocess(deps(), run, silent, never);
  expect((await store.getRun(run))?.state).toBe('done');
  expect((await diffReprocess(store.tables, run)).documents.compared).toBe(2);
});

it('cleans archived snapshots again without the network', async () => {
  await system.crawl(`${system.origin}/report.html`);
  const { store } = system.stores;
  const run = await startReprocess(deps(), { from: 'clean' });
  await driveReprocess(deps(), run, silent, never);
  const diff = await diffReprocess(store.tables, run);
  expect(diff.documents).toMatchObject({ compared: 1, same: 1 });
});

it('shows what has become no article as lost, and takes it back once it is promoted', async () => {
  await system.crawl(`${system.origin}/report.html`);
  const { store, archive } = system.stores;
  const [document] = (await store.documents()).rows;
  // As an older cleaner would have left it: a document of a page in which this one finds no text.
  const page = `${system.origin}/list.html`;
  const body = await archive.put('<html><body><ul><li><a href="/a">a</a></li></ul></body></html>');
  const [key] = document!.snapshots;
  const known = (await archive.snapshot(key!))!;
  const snapshot = { ...known, key: blobKey(page), url: page, finalUrl: page, body };
  await archive.addSnapshot(snapshot);
  await store.commit(
    sampleCommit(page, [{ figures: [{ value: 5017 }] }], {
      source: null,
      snapshots: [snapshot.key],
      time: snapshot.time,
    }),
  );

  const run = await startReprocess(deps(), { from: 'clean' });
  await driveReprocess(deps(), run, silent, never);
  const diff = await diffReprocess(store.tables, run);
  expect(diff.documents).toMatchObject({ compared: 2, same: 1, retired: 1 });
  expect(diff.observations.removed).toBe(1);
  expect(diff.samples).toMatchObject([{ kind: 'removed', page }]);
  await store.promote(run, 'test');
  expect((await store.documents()).rows.map((d) => d.page)).toEqual([document!.page]);
});
