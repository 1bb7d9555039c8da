import { mkdtempSync } from 'node:fs';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Snapshot } from '@zhibiao/shared';
import { afterAll, describe, expect, it } from 'vitest';
import { type KeptArchive, openArchive } from '../archive/index.ts';
import { exportWarc, importWarc, importWarcs, type WarcImport } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-warc-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function add(
  archive: KeptArchive,
  url: string,
  time: number,
  text: string,
  more: Partial<Snapshot> = {},
) {
  const body = await archive.put(text);
  const snapshot: Snapshot = {
    key: `key ${url} ${time}`,
    url,
    finalUrl: url,
    time,
    status: 200,
    headers: [
      ['Content-Type', 'text/html; charset=gb18030'],
      ['Content-Encoding', 'br'],
      ['X-Other', 'a, b'],
    ],
    chain: [],
    body,
    bytes: Buffer.byteLength(text),
    rendered: false,
    ...more,
  };
  await archive.addSnapshot(snapshot);
  return snapshot;
}

const collect = async (archive: KeptArchive) => {
  const all: Snapshot[] = [];
  for await (const snapshot of archive.index.snapshots()) all.push(snapshot);
  return all;
};

describe('WARC', () => {
  it('carries an archive to another one and back to the same', async () => {
    const archive = await openArchive(join(folder, 'a'));
    await add(archive, 'http://b.example.com/x?b=2&a=1', 1_700_000_000_123, '<p>工作报告</p>');
    await add(archive, 'http://a.example.com/', 1_700_000_001_000, 'first');
    await add(archive, 'http://a.example.com/', 1_700_000_002_000, 'first', { status: 200 });
    await add(archive, 'http://a.example.com/', 1_700_000_003_000, 'gone', {
      status: 404,
      finalUrl: 'http://a.example.com/new',
      chain: [{ url: 'http://a.example.com/', status: 301 }],
      rendered: true,
    });
    const result = await exportWarc(archive, join(folder, 'warc'));
    expect(result).toEqual({ files: ['zhibiao-00000.warc.gz'], records: 4, missing: [] });

    const file = join(folder, 'warc', 'zhibiao-00000.warc.gz');
    const bytes = await readFile(file);
    const index = (await readFile(join(folder, 'warc', 'zhibiao.cdxj'), 'utf8')).trim().split('\n');
    expect(index).toEqual([...index].sort());
    expect(index.map((line) => line.split(' ').slice(0, 2).join(' '))).toContain(
      'com,example,b)/x?a=1&b=2 20231114221320',
    );
    for (const line of index) {
      const { offset, length, url, mime } = JSON.parse(line.slice(line.indexOf('{')));
      const record = gunzipSync(bytes.subarray(Number(offset), Number(offset) + Number(length))).toString();
      expect(record).toContain(`WARC-Target-URI: ${url}`);
      expect(record).toContain(mime === 'warc/revisit' ? 'WARC-Type: revisit' : 'WARC-Type: response');
      expect(record).not.toMatch(/^Content-Encoding/m);
    }
    expect(index.filter((line) => line.includes('warc/revisit'))).toHaveLength(1);

    const other = await openArchive(join(folder, 'b'));
    expect(await importWarc(other, file)).toEqual({ snapshots: 4, passed: 1, refused: [] });
    await importWarc(other, file);
    expect(await collect(other)).toEqual(await collect(archive));
    for (const { body } of await collect(other))
      expect(await other.get(body)).toEqual(await archive.get(body));
    await Promise.all([archive.close(), other.close()]);
  });

  it('takes in what another crawler wrote, decoded', async () => {
    const http =
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';
    const record = [
      'WARC/1.0',
      'WARC-Type: response',
      'WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>',
      'WARC-Target-URI: http://example.com/page',
      'WARC-Date: 2020-01-02T03:04:05Z',
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${http.length}`,
      '',
      `${http}\r\n\r\n`,
    ].join('\r\n');
    const file = join(folder, 'other.warc');
    await writeFile(file, record);
    const archive = await openArchive(join(folder, 'c'));
    expect(await importWarc(archive, file)).toEqual({ snapshots: 1, passed: 0, refused: [] });
    const [snapshot] = await archive.snapshotsOf('http://example.com/page');
    expect(snapshot).toMatchObject({
      time: Date.UTC(2020, 0, 2, 3, 4, 5),
      status: 200,
      bytes: 5,
      finalUrl: 'http://example.com/page',
    });
    expect(new TextDecoder().decode(await archive.get(snapshot!.body))).toBe('hello');
    await archive.close();
  });

  describe('a record that repeats one of another file', () => {
    const page = 'http://example.com/report';
    const first = '2025-02-03T04:05:06Z';
    const record = (type: string, http: string, url: string, date: string, more: readonly string[]) =>
      [
        'WARC/1.0',
        `WARC-Type: ${type}`,
        `WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-${String(Date.parse(date)).padStart(12, '0').slice(-12)}>`,
        `WARC-Target-URI: ${url}`,
        `WARC-Date: ${date}`,
        ...more,
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${http.length}`,
        '',
        `${http}\r\n\r\n`,
      ].join('\r\n');
    const original = record(
      'response',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhello',
      page,
      first,
      ['WARC-Payload-Digest: sha1:AAAA'],
    );
    const repeat = (more: readonly string[], url = page) =>
      record(
        'revisit',
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
        url,
        '2025-03-04T05:06:07Z',
        more,
      );
    const byDate = [`WARC-Refers-To-Target-URI: ${page}`, `WARC-Refers-To-Date: ${first}`];
    const byDigest = ['WARC-Payload-Digest: sha1:AAAA'];

    async function written(name: string, content: string): Promise<string> {
      const file = join(folder, name);
      await writeFile(file, content);
      return file;
    }

    async function imported(archive: KeptArchive, files: readonly string[]) {
      const results = new Map<string, WarcImport>();
      await importWarcs(archive, files, {
        taken() {},
        done: (file, result) => results.set(file, result),
        failed: (_, error) => {
          throw error;
        },
      });
      return results;
    }

    it.each([
      ['by address and date', repeat(byDate), page],
      ['by digest', repeat(byDigest), page],
      ['from another address', repeat(byDate, 'http://example.com/copy'), 'http://example.com/copy'],
    ])('is read with it, in either order: %s', async (_, later, url) => {
      const a = await written('a.warc', original);
      const b = await written('b.warc', later);
      for (const files of [
        [a, b],
        [b, a],
      ]) {
        const archive = await openArchive(mkdtempSync(join(folder, 'set-')));
        const results = await imported(archive, files);
        expect([...results.values()].flatMap((r) => r.refused)).toEqual([]);
        const last = (await archive.snapshotsOf(url)).find((s) => s.time === Date.UTC(2025, 2, 4, 5, 6, 7));
        expect(new TextDecoder().decode(await archive.get(last!.body))).toBe('hello');
        await archive.close();
      }
    });

    it('is read where the archive has the original already, and told where nobody has it', async () => {
      const archive = await openArchive(mkdtempSync(join(folder, 'set-')));
      const b = await written('later.warc', repeat(byDate));
      const [refused] = [...(await imported(archive, [b])).values()];
      expect(refused!.refused).toEqual([
        { url: page, reason: expect.stringContaining('import the file that holds it') },
      ]);
      await imported(archive, [await written('earlier.warc', original)]);
      expect([...(await imported(archive, [b])).values()]).toEqual([
        { snapshots: 1, passed: 0, refused: [] },
      ]);
      expect(await archive.snapshotsOf(page)).toHaveLength(2);
      await archive.close();
    });
  });

  it('undoes every encoding that another crawler left, however its header is written, and no bomb', async () => {
    const text = '<p>地区生产总值增长5%左右</p>'.repeat(40);
    const chunked = (bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')]);
    const bodies: [string[], Buffer][] = [
      [['Content-Encoding: gzip'], gzipSync(text)],
      [['content-encoding: gzip'], gzipSync(text)],
      [['content-encoding: br'], brotliCompressSync(text)],
      [['CONTENT-ENCODING: deflate'], deflateSync(text)],
      [['transfer-encoding: chunked', 'content-encoding: gzip'], chunked(gzipSync(text))],
      [['transfer-encoding: chunked'], chunked(Buffer.from(text))],
      [['Content-Encoding: gzip'], Buffer.from(text)],
      [['content-encoding: br'], Buffer.from(text)],
      [['content-encoding: gzip'], gzipSync(Buffer.alloc(70 * 1024 * 1024))],
      [
        ['content-encoding: br'],
        brotliCompressSync(Buffer.alloc(70 * 1024 * 1024), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
        }),
      ],
      [['Content-Type: text/html'], Buffer.from(text)],
    ];
    const records = bodies.map(([headers, body], i) => {
      const http = Buffer.concat([Buffer.from(['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n')), body]);
      const head = [
        'WARC/1.0',
        'WARC-Type: response',
        `WARC-Target-URI: http://example.com/${i}`,
        `WARC-Record-ID: <urn:uuid:${i}>`,
        'WARC-Date: 2020-01-02T03:04:05Z',
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${http.length}`,
        '',
        '',
      ];
      return Buffer.concat([Buffer.from(head.join('\r\n')), http, Buffer.from('\r\n\r\n')]);
    });
    const file = join(folder, 'encodings.warc');
    await writeFile(file, Buffer.concat(records));
    const archive = await openArchive(join(folder, 'e'));
    const taken: Snapshot[] = [];
    const result = await importWarc(archive, file, (snapshot) => taken.push(snapshot));
    expect(result.refused.map(({ url }) => url)).toEqual(['http://example.com/8', 'http://example.com/9']);
    expect(taken).toHaveLength(bodies.length - 2);
    for (const { url, body } of taken)
      expect(new TextDecoder().decode(await archive.get(body)), url).toBe(text);
    expect(taken[1]!.headers).toEqual([['content-encoding', 'gzip']]);
    await archive.close();
  });

  it('names a file that is none or is cut off, and a body that is missing', async () => {
    const archive = await openArchive(join(folder, 'd'));
    const no = join(folder, 'no.warc');
    await writeFile(no, 'this is no archive\n');
    await expect(importWarc(archive, no)).rejects.toMatchObject({ name: 'CorruptInputError' });
    const snapshot = await add(archive, 'http://example.com/', 1, 'x'.repeat(5_000));
    const whole = await exportWarc(archive, join(folder, 'warc2'));
    const cut = join(folder, 'warc2', whole.files[0]!);
    await truncate(cut, (await readFile(cut)).byteLength - 40);
    await expect(importWarc(archive, cut)).rejects.toMatchObject({ name: 'CorruptInputError' });
    await archive.blobs.remove(snapshot.body);
    expect(await exportWarc(archive, join(folder, 'warc3'))).toEqual({
      files: [],
      records: 0,
      missing: [snapshot.key],
    });
    await archive.close();
  });
});
