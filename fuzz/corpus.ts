import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofdOf, rarOf, zipOf } from '../packages/crawler/src/attachments/testing/archives.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const filesUnder = (folder: string, wanted: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(join(entry.parentPath, entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const read = (files: readonly string[]) => files.map((file) => readFileSync(file));

/** Pages that were written for the tests. */
export const pages = (): Buffer[] => read(filesUnder('packages/crawler/src/clean', /fixtures\/.*\.html$/));

/** Texts that were written for the demo, and a few with every form that the parser reads. */
export const texts = (): Buffer[] => [
  ...read(filesUnder('seeds/demo/site', /\.(yaml|txt)$/)),
  ...[
    '某市政府工作报告\n一、2022年工作回顾\n地区生产总值增长5%左右，一般公共预算收入达到1.93万亿元。\n二、2023年主要目标\n力争增长6%以上，一二三产业分别增长3%、4%和5%。',
    '2023年某市国民经济和社会发展统计公报\n全年实现地区生产总值1930亿元，比上年增长5.2%。其中，34个项目中24个占77.4%。',
    '指标\t2022年\t增长\n地区生产总值（亿元）\t1930\t5.2%\n一般公共预算收入（亿元）\t193.5\t-2.1%',
  ].map((text) => Buffer.from(text)),
];

export const sources = (): Buffer[] => read(filesUnder('seeds', /seeds\/[^/]+\.yaml$/));

export const queries = (): Buffer[] =>
  [
    { region: '330000', year: 2023, code: 'gdp', kind: 'target', limit: 5 },
    { flags: ['ocr'], minConfidence: 0.5, source: 'a', after: 'x', at: 1 },
    { name: '地区生产总值', measure: 'growth', document: 'x', page: 'http://a.cn/' },
  ].map((query) => Buffer.from(JSON.stringify(query)));

const http =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';

/** Files of every kind that pages attach, written for the tests. */
export function attachments(): Buffer[] {
  const files = read(filesUnder('packages/crawler/src/attachments/fixtures', /\.(docx?|xlsx|pdf)$/));
  const members = files.map((body, i) => [`附件${i}`, body] as const);
  return [...files, ofdOf(['某市政府工作报告', '地区生产总值增长5%左右。']), zipOf(members), rarOf(members)];
}

/** One WARC file with every type of record. */
export function warcs(): Buffer[] {
  const record = (type: string, block: string) =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: http://a.cn/${type}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n` +
    `WARC-Record-ID: <urn:uuid:${type}>\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
  const all = [
    record('warcinfo', 'software: x\r\n'),
    record('request', 'GET / HTTP/1.1\r\nHost: a.cn\r\n\r\n'),
    record('response', http),
    record('revisit', 'HTTP/1.1 200 OK\r\n\r\n'),
    record('metadata', 'a: b\r\n'),
  ];
  return [Buffer.from(all.join('')), Buffer.from(all.toReversed().join(''))];
}

/** A folder that is gone with the process. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-fuzz-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
