import { readFileSync } from 'node:fs';
import { loadLexicon, parseArticle } from '@zhibiao/parser';
import { describe, expect, test } from 'vitest';
import { cleanPage } from '../clean/clean-page.ts';
import { cleanAny } from './clean.ts';
import { UnreadableFileError } from './errors.ts';
import { findOcr } from './ocr.ts';
import { readHere } from './read.ts';
import { readFile } from './reader.ts';
import { ofdOf, rarOf, zipOf } from './testing/archives.ts';
import { defaultFileLimits } from './types.ts';

// fixtures/report.fodt and the sheets were written for these tests and converted by LibreOffice 7.4; report.txt is their text
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const source = fixture('report.txt').toString('utf8').trim();
const lexicon = loadLexicon();

/** Threads cost a second each where the sources are loaded as they are. */
const here = {
  read: (bytes: Uint8Array, name: string) => readHere(bytes, name, defaultFileLimits),
};

const page = Buffer.from(
  `<html><head><meta charset="utf-8"><title>云岭县政府工作报告</title></head><body><div id="zoom">${source
    .split('\n\n')
    .map((l) => `<p>${l}</p>`)
    .join('')}</div></body></html>`,
);
const claims = (text: string) =>
  parseArticle({ title: '云岭县政府工作报告', text }, { lexicon })
    .flatMap((r) => r.observations)
    .map((o) => [
      o.indicator.code ?? o.indicator.name,
      o.measure,
      o.value,
      o.unit,
      o.kind,
      o.bound,
      o.period?.start,
    ]);
const wanted = claims(cleanPage({ bytes: page }).articles[0]!.text);

const files: [string, Buffer][] = [
  ['report.pdf', fixture('report.pdf')],
  ['report.docx', fixture('report.docx')],
  ['report.doc', fixture('report.doc')],
  ['report.wps', fixture('report.doc')],
  ['lines.xlsx', fixture('lines.xlsx')],
  ['report.ofd', ofdOf(source.split('\n\n'))],
  ['report.zip', zipOf([['附件/报告.docx', fixture('report.docx')]])],
  ['nested.zip', zipOf([['报告.zip', zipOf([['报告.pdf', fixture('report.pdf')]])]])],
  ['report.rar', rarOf([['report.docx', fixture('report.docx')]])],
  ['a-pdf-that-is-called.docx', fixture('report.pdf')],
];

describe('every kind of file says what the same text says as a page', () => {
  test('and the page says something', () => {
    expect(wanted.length).toBeGreaterThan(20);
  });

  test.each(files)('%s', async (file, bytes) => {
    const { articles } = await cleanAny({ bytes, file }, here);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.title).toBe('云岭县政府工作报告');
    expect(claims(articles[0]!.text)).toEqual(wanted);
  });
});

test.each(['report.docx', 'report.pdf'])(
  '%s: numbers that Word writes itself, and no header, footer or page number',
  async (name) => {
    const { articles } = await cleanAny({ bytes: fixture(name), file: name }, here);
    expect(articles[0]!.text).toBe(source);
  },
);

test("a PDF's parts name their pages and their places in the text", async () => {
  const { articles } = await cleanAny({
    bytes: fixture('report.pdf'),
    url: 'http://www.yunling.example/u/1.pdf',
  });
  const { parts, text } = articles[0]!;
  expect(parts.map((p) => p.page)).toEqual([1, 2, 3]);
  expect(parts.every((p) => p.attachment === 'http://www.yunling.example/u/1.pdf')).toBe(true);
  const third = parts[2]!.span!;
  expect(text.slice(third.start, third.end)).toMatch(/^6%左右，一般公共预算收入/);
});

test('a sheet as a table: percentages as they are shown', async () => {
  const { articles } = await cleanAny({ bytes: fixture('table.xlsx'), file: 'table.xlsx' }, here);
  expect(articles[0]!.text.split('\n')).toEqual([
    '指标\t单位\t2030年完成\t增长',
    '地区生产总值\t亿元\t130.5\t4.5%',
    '一般公共预算收入\t亿元\t6.52\t6.1%',
    '城镇新增就业\t人\t1500',
  ]);
});

test('names in GBK, as Chinese archives have them', async () => {
  const name = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x64, 0x6f, 0x63, 0x78]);
  const { texts } = await readHere(zipOf([[name, fixture('report.docx')]]), 'a.zip', defaultFileLimits);
  expect(texts.map((t) => t.name)).toEqual(['报告.docx']);
});

describe('files that cannot be read say why', () => {
  const read = (bytes: Uint8Array, limits = {}) =>
    readHere(bytes, 'http://a.example/1', { ...defaultFileLimits, ...limits });
  test.each([
    ['a damaged PDF', Buffer.from('%PDF-1.7\nnothing'), {}, /PDF cannot be read/],
    ['a zip that breaks off', fixture('report.docx').subarray(0, 4000), {}, /damaged/],
    ['an empty zip', zipOf([]), {}, /without any file/],
    [
      'more than may be unpacked',
      zipOf([['a.docx', fixture('report.docx')]]),
      { maxUnpackedBytes: 1000 },
      /unpacks to more/,
    ],
    [
      'too many members',
      zipOf([
        ['a', 'a'],
        ['b', 'b'],
        ['c', 'c'],
      ]),
      { maxMembers: 2 },
      /more than 2 files/,
    ],
    [
      'archives in archives',
      zipOf([['a.zip', zipOf([['b.zip', zipOf([['c.docx', fixture('report.docx')]])]])]]),
      {},
      /inside archives/,
    ],
    ['too many pages', fixture('report.pdf'), { maxPages: 2 }, /3 pages, the limit is 2/],
    ['a kind that is not read', Buffer.from('{\\rtf1 a}'), {}, /RTF/],
  ])('%s', async (_, bytes, limits, message) => {
    const failure = await read(bytes, limits).catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(UnreadableFileError);
    expect((failure as Error).message).toMatch(message);
  });

  test('a member that cannot be read does not cost the others', async () => {
    const { texts } = await read(
      zipOf([
        ['a.pdf', '%PDF-1.7 nothing'],
        ['b.docx', fixture('report.docx')],
      ]),
    );
    expect(texts.map((t) => t.name)).toEqual(['b.docx']);
  });

  test('a Word file whose sectors go in circles', async () => {
    const loop = Buffer.from(fixture('report.doc'));
    // the first sector of the table of sectors, which the header names at 76: sectors 0 and 1 follow each other
    const table = (loop.readInt32LE(76) + 1) * 512;
    for (let at = 0; at < 512; at += 8) {
      loop.writeInt32LE(1, table + at);
      loop.writeInt32LE(0, table + at + 4);
    }
    await expect(read(loop)).rejects.toThrow(/holds no Word text \(its sectors go in circles\)/);
  });

  test('a damaged page does not cost the others, and is flagged', async () => {
    const broken = Buffer.from(fixture('report.pdf'));
    const at = broken.indexOf(']/Contents 5 0 R');
    broken[at] = 0x20;
    const { texts } = await read(broken);
    expect(texts[0]!.flags).toContain('truncated');
    const letters = (text: string) => text.replace(/\s/g, '');
    expect(letters(texts[0]!.text)).toContain(letters(source).slice(0, 100));
  });
});

describe('a file is read in a thread of its own', () => {
  test('and its errors keep their class', async () => {
    expect((await readFile(fixture('report.docx'), 'a.docx')).texts[0]!.text).toBe(source);
    await expect(readFile(Buffer.from('%PDF-1.7 nothing'), 'a.pdf')).rejects.toThrow(UnreadableFileError);
  });

  test('that is stopped when its time is over, or nobody waits', async () => {
    const bytes = fixture('report.pdf');
    await expect(readFile(bytes, 'a.pdf', { limits: { timeoutMs: 1 } })).rejects.toThrow(/not read within/);
    const stop = new AbortController();
    const reading = readFile(bytes, 'a.pdf', { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(reading).rejects.toThrow('stopped');
  });
});

const ocr = await findOcr();
test.skipIf(!ocr)('a picture of a page is read where tesseract is (skipped where it is not)', async () => {
  const bytes = fixture('page.png');
  const unread = await cleanAny({ bytes, file: 'page.png' }, here);
  expect(unread).toMatchObject({ role: 'empty', flags: ['needs-ocr'] });
  const { articles } = await cleanAny({ bytes, file: 'page.png' }, { ...here, ocr });
  expect(articles[0]).toMatchObject({ family: 'image', flags: ['ocr'] });
  expect(articles[0]!.text.replace(/\s/g, '')).toContain('130.5亿元');
  const observations = parseArticle(articles[0]!, { lexicon }).flatMap((r) => r.observations);
  expect(observations.length).toBeGreaterThan(5);
  expect(observations.every((o) => o.confidence <= 0.8 && o.flags.includes('ocr'))).toBe(true);
});

test('cells whose number or format is none end no workbook', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.${'0'.repeat(300)}"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs></styleSheet>`;
  const cells = [
    ['1', '1e12'],
    ['1', 'x'],
    ['1', '-1e300'],
    ['1', '45000'],
    ['2', '5.5'],
    ['0', 'NaN'],
    ['9999', '7'],
  ].map(([style, value], i) => `<c r="${String.fromCharCode(65 + i)}1" s="${style}"><v>${value}</v></c>`);
  const book = zipOf([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/styles.xml', styles],
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`,
    ],
  ]);
  const { texts } = await readHere(book, 'a.xlsx', defaultFileLimits);
  expect(texts[0]?.text.split('\t')).toEqual([
    '1000000000000',
    '',
    '-1e+300',
    '2023-03-15',
    `5.5${'0'.repeat(19)}`,
    '',
    '7',
  ]);
});
