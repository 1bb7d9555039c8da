import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-sources-'));
const items = ['2024年政府工作报告', '2023年政府工作报告', '市政府召开常务会议'];
const page = `<html><head><title>政府信息公开</title></head><body><div class="list"><ul>${items
  .map((title, i) => `<li><a href="/zwgk/2024/0${i + 1}/t${i}.html">${title}</a> 2024-01-0${i + 1}</li>`)
  .join('')}</ul></div></body></html>`;
let site: Server;
let start = '';
beforeAll(async () => {
  site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(page);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  start = `http://127.0.0.1:${(site.address() as AddressInfo).port}/zwgk/`;
});
afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true, force: true });
});

const env = () => ({
  ZHIBIAO_STORE: join(folder, 'store'),
  ZHIBIAO_ARCHIVE: join(folder, 'archive'),
  ZHIBIAO_DATA: folder,
  ZHIBIAO_ALLOW_HOSTS: new URL(start).host,
});
const run = (...args: string[]) => commandLine(args, env());
const list = async () => JSON.parse((await run('sources', 'list', '--format', 'json')).out);

describe('sources check', () => {
  const written = (name: string) => {
    const file = join(folder, name);
    writeFileSync(file, `id: by-path\nname: 某市\nstart:\n  - ${start}\ntitle: 政府工作报告\n`);
    return file;
  };

  it('takes the path of a file, says what it would follow and why not the rest', async () => {
    const answer = await run('sources', 'check', written('by-path.yaml'));
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain('article  2024年政府工作报告');
    expect(answer.out).toContain('left out (title)  市政府召开常务会议');
    expect(answer.out).toMatch(/hint \(title\) {2}.*`title`/);
  });

  it('names a file that is not there, and an id that no file has', async () => {
    const missing = await run('sources', 'check', join(folder, 'none.yaml'));
    expect(missing).toMatchObject({ code: expect.any(Number), said: expect.stringContaining('none.yaml') });
    expect(missing.code).not.toBe(0);
    const unknown = await run('sources', 'check', 'no-such-id');
    expect(unknown.said).toContain('no-such-id: no such source');
    expect(unknown.code).not.toBe(0);
  });
});

describe('sources add', () => {
  it('checks an address, proposes what it can tell, and keeps it as edited', async () => {
    const answer = await run('sources', 'add', start, '--id', 'a-city');
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain('article  2024年政府工作报告');
    expect(answer.out).toContain('left out (title)  市政府召开常务会议');
    expect(await list()).toMatchObject([
      { id: 'a-city', title: '政府工作报告', start: [start], edited: { by: expect.any(String) } },
    ]);
    expect(await run('sources', 'add', start, '--id', 'a-city')).toMatchObject({ code: 1 });
  });

  it('passes the guard of the crawler: a private address is refused', async () => {
    const answer = await commandLine(['sources', 'add', start], { ...env(), ZHIBIAO_ALLOW_HOSTS: '' });
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(/127\.0\.0\.1/) });
    expect(await run('sources', 'add', 'file:///etc/passwd')).toMatchObject({ code: 2 });
  });

  it('takes many from a table, and names the line of a fault', async () => {
    const csv = join(folder, 'sources.csv');
    writeFileSync(
      csv,
      '\ufeffstart,name,title,cron,delayMs\nhttp://b.cn/x/ http://b.cn/y/,乙市,报告,0 3 * * 1,5000\nhttp://c.cn/,,,,\n',
    );
    expect(await run('sources', 'add', '--from', csv, '--dry-run')).toMatchObject({ code: 0 });
    expect(await list()).toHaveLength(1);
    expect(await run('sources', 'add', '--from', csv)).toMatchObject({ code: 0 });
    expect(await list()).toMatchObject([
      { id: 'a-city' },
      {
        id: 'b-cn-x',
        name: '乙市',
        start: ['http://b.cn/x/', 'http://b.cn/y/'],
        politeness: { delayMs: 5000 },
      },
      { id: 'c-cn', name: 'c-cn' },
    ]);
    writeFileSync(csv, 'start,cron\nhttp://d.cn/,never\n');
    expect(await run('sources', 'add', '--from', csv)).toMatchObject({
      code: 2,
      said: expect.stringContaining('sources.csv:2: cron'),
    });
  });
});

describe('sources export and apply', () => {
  it('write an edited source as its file, and do not overwrite it without --force', async () => {
    const files = join(folder, 'files');
    mkdirSync(files);
    expect(await run('sources', 'export', 'a-city', '--out', files)).toMatchObject({ code: 0 });
    const file = join(files, 'a-city.yaml');
    const yaml = readFileSync(file, 'utf8');
    expect(yaml).toContain('title: 政府工作报告');
    expect(await run('sources', 'apply', files)).toMatchObject({ code: 0 });
    const store = await openStore(env().ZHIBIAO_STORE);
    const source = (await store.getSource('a-city'))!;
    expect(source.edited).toBe(undefined);
    await store.saveSource({ ...source, name: '甲市', edited: { by: 'ada', at: 1 } });
    await store.close();
    const refused = await run('sources', 'apply', files);
    expect(refused).toMatchObject({
      code: 1,
      said: expect.stringMatching(/a-city was edited by ada.*in name/),
    });
    expect((await list())[0].name).toBe('甲市');
    expect(await run('sources', 'apply', files, '--force')).toMatchObject({ code: 0 });
    expect((await list())[0].name).not.toBe('甲市');
  });
});
