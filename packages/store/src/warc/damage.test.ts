import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CorruptInputError } from '@zhibiao/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptArchive, openArchive } from '../archive/index.ts';
import { importWarc } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-warc-damage-'));
let archive: KeptArchive;
beforeAll(async () => {
  archive = await openArchive(join(folder, 'archive'));
});
afterAll(async () => {
  await archive.close();
  await rm(folder, { recursive: true, force: true });
});

const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>工作报告</p>';

function record(type: string, url: string, block: string | Buffer, more: string[] = []): Buffer {
  const body = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2020-01-02T03:04:05Z',
    `WARC-Record-ID: <urn:uuid:${type}>`,
    ...more,
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

let files = 0;
async function read(content: Uint8Array) {
  const file = join(folder, `${files++}.warc`);
  await writeFile(file, content);
  return importWarc(archive, file);
}
const fault = (content: Uint8Array): Promise<Error> =>
  read(content).then(
    () => new Error('no fault'),
    (error: Error) => error,
  );

describe('a damaged WARC file', () => {
  it.each(['request', 'metadata', 'warcinfo', 'response', 'revisit', 'conversion'])(
    'ends and names the record that is cut off: %s',
    async (type) => {
      const whole = Buffer.concat([
        record('response', 'http://a.cn/1', http),
        record(type, 'http://a.cn/2', 'GET / HTTP/1.1\r\nHost: a.cn\r\n\r\n'),
      ]);
      for (const packed of [false, true]) {
        const cut = whole.subarray(0, whole.length - 14);
        const error = await fault(packed ? gzipSync(cut) : cut);
        expect(error).toBeInstanceOf(CorruptInputError);
        expect(error.message).toContain(`is cut off in record 2 (${type} of http://a.cn/2)`);
      }
    },
  );

  it('names a compressed member that is cut off or is none', async () => {
    const member = gzipSync(record('response', 'http://a.cn/1', http));
    expect((await fault(member.subarray(0, -9))).message).toContain('unexpected end of file');
    for (const tail of ['garbage behind it', '\0'.repeat(100)])
      expect(await fault(Buffer.concat([member, Buffer.from(tail)]))).toBeInstanceOf(CorruptInputError);
  });

  it('refuses headers without bound before they fill the memory', async () => {
    const long = Buffer.alloc(8 * 1024 * 1024, 'x');
    const head = Buffer.from('WARC/1.0\r\nWARC-Type: request\r\nX-Long: ');
    expect((await fault(Buffer.concat([head, long]))).message).toContain('the headers of record 1');
    const lines = Buffer.from('X-More: 1\r\n'.repeat(100_000));
    expect((await fault(Buffer.concat([head, Buffer.from('\r\n'), lines]))).message).toContain(
      'the headers of record 1',
    );
  });

  it('leaves out an answer whose HTTP headers have no bound, and reads on', async () => {
    const endless = Buffer.from(`HTTP/1.1 200 OK\r\n${'X-More: 1\r\n'.repeat(100_000)}\r\n`);
    const result = await read(
      Buffer.concat([
        record('response', 'http://a.cn/endless', endless),
        record('response', 'http://a.cn/none', 'HTTP/1.1 200 OK'),
        record('response', 'http://a.cn/1', http),
      ]),
    );
    expect(result.snapshots).toBe(1);
    expect(result.refused.map(({ url }) => url)).toEqual(['http://a.cn/endless', 'http://a.cn/none']);
  });

  it('leaves out one bad address, date or status, and reads on', async () => {
    const result = await read(
      Buffer.concat([
        record('response', 'http://[', http),
        record('response', 'http://a.cn/1', http.replace('200', 'two hundred')),
        Buffer.from(record('response', 'http://a.cn/2', http).toString().replace('2020-01-02', 'yesterday')),
        Buffer.from(record('response', 'http://a.cn/4', http).toString().replace('2020', '+275760')),
        record('response', 'javascript:alert(1)', http),
        record('response', 'file:///etc/passwd', http),
        record('response', 'http://a.cn/3', http),
      ]),
    );
    expect(result).toMatchObject({ snapshots: 1, passed: 2 });
    expect(result.refused.map(({ url }) => url)).toEqual([
      'http://[',
      'http://a.cn/1',
      'http://a.cn/2',
      'http://a.cn/4',
    ]);
  });

  it('says so where a record is longer than it tells', async () => {
    const longer = Buffer.concat([
      record('response', 'http://a.cn/1', http),
      Buffer.from('left over'),
      record('response', 'http://a.cn/2', http),
    ]);
    expect((await fault(longer)).message).toContain('record 2 (at byte');
  });

  it('names a file that is none or cannot be read', async () => {
    const directory = join(folder, 'directory');
    await mkdir(directory);
    for (const file of [directory, join(folder, 'missing.warc')]) {
      const error = await importWarc(archive, file).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(CorruptInputError);
      expect((error as Error).message).toContain(file);
    }
    expect((await fault(Buffer.alloc(0))).message).toContain('holds no WARC record');
    expect((await fault(Buffer.from('\r\n'.repeat(500_000)))).message).toContain('holds no WARC record');
  });

  it('ends with a result or a named fault, however its bytes are changed', async () => {
    const whole = Buffer.concat([
      record('warcinfo', '', 'software: x\r\n'),
      record('request', 'http://a.cn/1', 'GET / HTTP/1.1\r\n\r\n'),
      record('response', 'http://a.cn/1', http),
      record('revisit', 'http://a.cn/1', 'HTTP/1.1 200 OK\r\n\r\n', [
        'WARC-Refers-To-Target-URI: http://a.cn/1',
        'WARC-Refers-To-Date: 2020-01-02T03:04:05Z',
      ]),
    ]);
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (changes, end, packed) => {
          const content = Buffer.from(whole);
          for (const { at, to } of changes) content[at] = to;
          const cut = content.subarray(0, end);
          const error = await fault(packed ? gzipSync(cut) : cut);
          if (error.message !== 'no fault') expect(error).toBeInstanceOf(CorruptInputError);
        },
      ),
      { numRuns: 150 },
    );
  });
});
