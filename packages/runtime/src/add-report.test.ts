import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { addReport } from './add-report.ts';
import { awaitRun } from './runs.ts';
import { openSmallSystem, type SmallSystem, silent } from './testing/small-system.ts';

const text =
  '镇江市2024年政府工作报告\n2024年1月8日在镇江市人民代表大会上\n各位代表：\n一、2023年工作回顾\n过去一年，全市地区生产总值增长5.2%，一般公共预算收入增长6.1%。\n二、2024年工作安排\n今年预期目标是：地区生产总值增长5.5%以上。\n';
const page = `<html><head><title>镇江市2024年政府工作报告</title></head><body><h1>镇江市2024年政府工作报告</h1><div class="content">${text
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</div></body></html>`;

let system: SmallSystem;
beforeEach(async () => {
  system = await openSmallSystem(inject('redisUrl'), (_, response) => response.writeHead(500).end());
});
afterEach(() => system.close());

async function add(name: string, body: string, url?: string) {
  const deps = { ...system.stores, producer: system.producer };
  const added = await addReport(deps, { bytes: Buffer.from(body), name, url });
  const state = await awaitRun(deps, added.run, silent, new AbortController().signal);
  const { rows } = await system.stores.store.observations({ code: 'gdp' });
  return {
    ...added,
    failed: state.failed,
    values: rows.map(({ page, observation }) => [page, observation.value]),
  };
}

it.each([
  ['a text', 'report.txt', text, undefined],
  ['a text with its address', 'report.txt', text, 'http://www.zhenjiang.example/2024/report.html'],
  ['a page', 'saved.html', page, 'http://www.zhenjiang.example/2024/report.html'],
])('%s goes through the queues into the store', async (_, name, body, url) => {
  const { page: at, failed, values } = await add(name, body, url);
  expect(failed).toBe(0);
  expect(at).toEqual(url ?? expect.stringMatching(/^http:\/\/added\.invalid\/[0-9a-f]{16}\/report\.txt$/));
  expect(values).toEqual([
    [at, 5.2],
    [at, 5.5],
  ]);
});

it('added again under its address it is a newer version; the same text is none', async () => {
  const url = 'http://www.zhenjiang.example/1';
  await add('a.txt', text, url);
  const { values } = await add('a.txt', text.replace('5.2%', '5.3%'), url);
  expect(values.map(([, value]) => value)).toEqual([5.3, 5.5]);
  await add('a.txt', text.replace('5.2%', '5.3%'), url);
  const [document] = (await system.stores.store.documents()).rows;
  expect(await system.stores.store.history(document!.document)).toHaveLength(2);
});

it.each([
  ['nothing', '', undefined],
  ['an address that is none', text, 'javascript:alert(1)'],
])('refuses %s', async (_, body, url) => {
  await expect(add('a.txt', body, url)).rejects.toMatchObject({ name: 'UsageError' });
});
