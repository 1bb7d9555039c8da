import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSources, parseSource } from './index.ts';

const good = `# a city's reports
id: example-city
name: 示例市政府工作报告
start: [http://www.example.gov.cn/zwgk/bg/]
title: 政府工作报告
cron: 0 3 * * 1
politeness:
  delayMs: 5000
  window: [22, 6]
`;
const fault = (yaml: string) => {
  try {
    parseSource(yaml, 'seeds/example.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  return 'no fault';
};

describe('parseSource', () => {
  it('fills in what is left out', () => {
    expect(parseSource(good, 'f')).toMatchObject({
      id: 'example-city',
      render: 'auto',
      maxPages: 500,
      paused: false,
      politeness: { delayMs: 5000, concurrency: 1, window: [22, 6] },
    });
  });

  it.each([
    ['an unknown key', `${good}tittle: x\n`, 'seeds/example.yaml:10:'],
    ['an unknown key further in', `${good}  delay: 3\n`, 'seeds/example.yaml:10: politeness:'],
    ['a state that the store keeps', `${good}paused: true\n`, 'seeds/example.yaml:10: paused: is no field'],
    ['a wrong value', good.replace('5000', 'fast'), 'seeds/example.yaml:8: politeness.delayMs:'],
    ['a start that is no URL', good.replace('http://www', 'www'), 'seeds/example.yaml:4: start.0:'],
    ['a pattern that is not valid', good.replace('title: 政', 'title: (政'), 'seeds/example.yaml:5: title:'],
    [
      'a pattern that looks ahead',
      good.replace('title: 政', 'title: (?=政)'),
      'seeds/example.yaml:5: title:',
    ],
    ['a cron with six fields', good.replace('0 3', '0 0 3'), 'seeds/example.yaml:6: cron:'],
    ['a cron out of range', good.replace('0 3', '0 30'), 'seeds/example.yaml:6: cron:'],
    ['a missing field', good.replace(/^id.*$/m, ''), 'seeds/example.yaml:3: id:'],
    ['broken YAML', `${good}x: [1\n`, 'seeds/example.yaml:11:'],
    ['an alias', good.replace('title: 政', 'title: *政'), 'seeds/example.yaml:5: *政府工作报告 is an alias'],
    ['an alias with more behind it', good.replace('title: 政', 'title: *政 年'), 'quotes'],
    ['aliases of aliases', `a: &a [1]\nb: &b [*a, *a]\n${good}`, 'seeds/example.yaml:2: *a is an alias'],
    ['lists in lists without end', '['.repeat(20_000), 'seeds/example.yaml:1:'],
    [
      'a file without end',
      `# ${'x'.repeat(300_000)}`,
      'seeds/example.yaml:1: the file has 300002 characters',
    ],
    ['a start on the file system', good.replace('http:', 'file:'), 'seeds/example.yaml:4: start.0:'],
    ['a start that is a script', good.replace('http://www', 'javascript:'), 'seeds/example.yaml:4: start.0:'],
    ['an empty file', '', 'seeds/example.yaml:1: id:'],
    ['a list', '- 1\n', 'seeds/example.yaml:1: a source file describes one source by its fields'],
  ])('names file, line and field of %s', (_, yaml, wanted) => expect(fault(yaml)).toContain(wanted));

  it('tells all faults at once', () => {
    expect(fault(good.replace('5000', 'fast').replace('0 3', '0 30')).split('\n')).toHaveLength(2);
  });

  it('tells twenty faults and how many more there are', () => {
    const message = fault(`${good}${Array.from({ length: 50 }, () => 'x: [}\n').join('')}`);
    expect(message.split('\n').length).toBe(21);
    expect(message).toMatch(/and \d+ more\.$/);
  });
});

describe('loadSources', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-sources-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('reads the yaml files of a folder and nothing else', async () => {
    await writeFile(join(dir, 'b.yaml'), good);
    await writeFile(join(dir, 'a.yml'), good.replace('example-city', 'another'));
    await writeFile(join(dir, 'README.md'), 'no source');
    await mkdir(join(dir, 'site.yaml'));
    expect((await loadSources(dir)).map((s) => s.id)).toEqual(['another', 'example-city']);
  });

  it('reads one file', async () => {
    await writeFile(join(dir, 'b.yaml'), good);
    expect((await loadSources(join(dir, 'b.yaml'))).map((s) => s.id)).toEqual(['example-city']);
  });

  it('tells the faults of all files, and two files with one id', async () => {
    await writeFile(join(dir, 'a.yaml'), good);
    await writeFile(join(dir, 'b.yaml'), good);
    await writeFile(join(dir, 'c.yaml'), 'id: A');
    const message = await loadSources(dir).catch((e: Error) => e.message);
    expect(message).toMatch(/b\.yaml:1: id example-city is taken by .*a\.yaml/);
    expect(message).toMatch(/c\.yaml:1: id:/);
  });

  it('says so when there is no folder', async () => {
    await expect(loadSources(join(dir, 'none'))).rejects.toThrow(UsageError);
  });
});
