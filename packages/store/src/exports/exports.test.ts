import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';
import { columns, dataDictionary, type ExportOptions, exportObservations, exportToFile } from './index.ts';
import { writeXlsx } from './xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-exports-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const URL_A = 'http://example.com/a';

describe.each(databases())('exports: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000_000;
  beforeEach(async (context) => {
    if (missing) context.skip();
    now = 1_000_000;
    store = await openStore(fresh(), () => now++);
    await store.commit(
      sampleCommit(
        URL_A,
        [
          {
            figures: [
              { value: 1.5, flags: ['a', 'b'] },
              { value: -2, name: '=SUM(A1),"x"', code: null, kind: 'target' },
            ],
          },
        ],
        { time: 1_700_000_000_000, snapshots: ['s1'] },
      ),
    );
  });
  afterEach(() => store?.close());

  const collect = async (options: ExportOptions): Promise<Buffer> => {
    const sink = new PassThrough();
    const chunks: Buffer[] = [];
    sink.on('data', (chunk: Buffer) => chunks.push(chunk));
    await exportObservations(store.tables, sink, { now, ...options });
    sink.end();
    return Buffer.concat(chunks);
  };
  const lines = async (options: Omit<ExportOptions, 'format'> = {}) =>
    (await collect({ format: 'jsonl', ...options }))
      .toString()
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  it('gives every row its provenance in JSON lines', async () => {
    const rows = await lines();
    expect(rows).toHaveLength(2);
    const row = rows.find((r) => r.kind === 'actual');
    expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    expect(row).toMatchObject({
      status: 'current',
      url: URL_A,
      snapshot_time: '2023-11-14T22:13:20.000Z',
      snapshots: ['s1'],
      quote: '1.5亿元',
      sentence: '完成了地区生产总值1.5亿元。',
      parser: '1.0.0+aaaa',
      value: 1.5,
      year: 2022,
      adcode: '321100',
      flags: ['a', 'b'],
    });
  });

  it('writes CSV that Excel reads and does not execute', async () => {
    const text = (await collect({ format: 'csv' })).toString('utf8');
    expect(text.startsWith('\uFEFFid,status,document,')).toBe(true);
    const [, ...rows] = text.slice(1).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(text).toContain(`"'=SUM(A1),""x"""`);
    expect(text).toContain(',a|b,');
    expect(text).toContain(',-2,');
  });

  it('writes Parquet with typed columns', async () => {
    const bytes = await collect({ format: 'parquet' });
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(2);
    const row = rows.find((r) => r.kind === 'actual');
    expect(row).toMatchObject({
      value: 1.5,
      year: 2022,
      indicator: '地区生产总值',
      flags: ['a', 'b'],
      hedge: null,
    });
    expect(row?.snapshot_time).toEqual(new Date(1_700_000_000_000));
  });

  it('names the figure of each row, which row stands for it, and how many documents give it', async () => {
    const other = { time: 5, source: 'other' };
    await store.commit(
      sampleCommit('http://example.com/b', [{ figures: [{ value: 1.5, confidence: 0.5 }] }], other),
    );
    const rows = (await lines()).filter((row) => row.kind === 'actual');
    expect(rows.map(({ url, chosen, copies }) => [url, chosen, copies])).toEqual([
      [URL_A, true, 2],
      ['http://example.com/b', false, 2],
    ]);
    expect(new Set(rows.map(({ figure }) => figure)).size).toBe(1);
    const [{ id } = { id: '' }] = (await store.figures({ code: 'GDP' })).rows;
    expect(rows[0]?.figure).toBe(id);
    expect(rows[0]?.genre).toBe('work-report');
    const distinct = await lines({ distinct: true });
    expect(distinct.map(({ url, kind }) => [url, kind]).sort()).toEqual([
      [URL_A, 'actual'],
      [URL_A, 'target'],
    ]);
    await store.review({
      document: rows[0]!.document,
      observation: rows[0]!.id,
      verdict: 'wrong',
      by: 'test',
    });
    expect((await lines({ distinct: true })).map(({ url, kind }) => [url, kind]).sort()).toEqual([
      [URL_A, 'target'],
      ['http://example.com/b', 'actual'],
    ]);
    const asOf = await lines({ query: { asOf: now } });
    expect(asOf.map(({ figure, chosen, copies }) => [figure, chosen, copies])).toContainEqual([
      null,
      null,
      null,
    ]);
    await expect(lines({ distinct: true, query: { asOf: 5 } })).rejects.toMatchObject({ name: 'UsageError' });
  });

  it('writes a spreadsheet with typed cells, in which no text is a formula', async () => {
    const zip = unzipSync(await collect({ format: 'xlsx' }));
    const sheet = strFromU8(zip['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<v>1.5</v>');
    expect(sheet).not.toContain('<f>');
    const texts = Object.keys(zip)
      .map((name) => strFromU8(zip[name]!))
      .join('');
    expect(texts).toContain('=SUM(A1)');
    expect(sheet.match(/<row /g)).toHaveLength(3);
  });

  it('refuses more rows than a sheet holds', async () => {
    async function* rows() {
      for (let i = 0; i < 4; i++) yield i;
    }
    const column = { name: 'n', type: 'integer', about: '', value: (n: number) => n } as const;
    const sink = new PassThrough();
    sink.resume();
    await expect(writeXlsx([column], rows(), sink, { most: 3 })).rejects.toThrow(
      /A sheet holds 3 rows.*parquet/,
    );
    expect(await writeXlsx([column], rows(), sink, { most: 4 })).toBe(4);
  });

  it('writes an empty export in every format', async () => {
    for (const format of ['csv', 'jsonl', 'parquet', 'xlsx'] as const) {
      const bytes = await collect({ format, query: { region: '110000' } });
      if (format === 'parquet') {
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
        expect(await parquetReadObjects({ file })).toEqual([]);
      } else if (format === 'xlsx') expect(bytes.length).toBeGreaterThan(0);
      else expect(bytes.toString().split('\n').filter(Boolean)).toHaveLength(format === 'csv' ? 1 : 0);
    }
  });

  it('exports only what changed since a time, and what is gone', async () => {
    await store.commit(sampleCommit('http://example.com/b', [{ figures: [{ value: 7 }] }], { time: 10 }));
    const since = now;
    now += 10;
    expect(await lines({ since })).toEqual([]);
    await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 1.7 }] }], { time: 1_700_000_000_001 }));
    const rows = await lines({ since });
    expect(rows.map((row) => [row.status, row.value])).toEqual([
      ['current', 1.7],
      ['removed', -2],
    ]);
    expect(await lines({ since: 0 })).toHaveLength(2);
    expect((await lines({ since, query: { kind: 'target' } })).map((row) => row.status)).toEqual(['removed']);
    await store.commit(
      sampleCommit('http://example.com/b', [{ ordinal: 2, figures: [{ value: 8 }] }], { time: 20 }),
    );
    expect((await lines({ since })).map((row) => [row.status, row.value])).toEqual([
      ['current', 1.7],
      ['removed', -2],
      ['current', 8],
      ['removed', 7],
    ]);
  });

  it('includes what a promoted run changed', async () => {
    const since = now++;
    const options = { time: 1_700_000_000_000, run: 'r1', shadow: true, parser: '2' };
    await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 1.5, code: 'X' }] }], options));
    expect(await lines({ since })).toEqual([]);
    await store.promote('r1', 'test');
    expect((await lines({ since })).filter((row) => row.status === 'current')).toHaveLength(1);
  });

  it('writes a file wholly or not at all', async () => {
    const file = join(folder, `${now}-${Math.random()}.csv`);
    expect(await exportToFile(store.tables, file, { format: 'csv', now })).toBe(2);
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(4);
    const before = await readdir(folder);
    await expect(exportToFile(store.tables, join(folder, 'none/x.csv'), { format: 'csv' })).rejects.toThrow(
      /ENOENT/,
    );
    await expect(
      exportToFile(store.tables, join(folder, 'x.csv'), { format: 'csv', query: { region: 'x' } }),
    ).rejects.toMatchObject({ name: 'UsageError' });
    expect(await readdir(folder)).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')('writes into a pipe, and leaves it a pipe', async () => {
    const pipe = join(folder, `${now}-${Math.random()}.pipe`);
    execFileSync('mkfifo', [pipe]);
    const [text, count] = await Promise.all([
      readFile(pipe, 'utf8'),
      exportToFile(store.tables, pipe, { format: 'csv', now }),
    ]);
    expect(count).toBe(2);
    expect(text.split('\r\n')).toHaveLength(4);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });
});

it('describes every column', async () => {
  const text = dataDictionary();
  for (const { name } of columns) expect(text).toContain(`| ${name} |`);
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  // Written anew by `npx vitest run packages/store/src/exports --update`.
  return expect(text).toMatchFileSnapshot('../../DATA-DICTIONARY.md');
});
