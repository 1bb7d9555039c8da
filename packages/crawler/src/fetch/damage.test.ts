import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undoEncoding } from './content-encoding.ts';
import { BrokenResponseError } from './errors.ts';
import { resolveLocation } from './location.ts';

const page = '云岭县政府工作报告：全县地区生产总值完成130.5亿元。'.repeat(50);
const zipped = gzipSync(page);
const undo = async (bytes: Uint8Array) =>
  Buffer.from(await undoEncoding(bytes, 'gzip', 'http://a.example/', 1e6)).toString('utf8');

test.each([
  '\r\n',
  '<!-- cached -->',
  '<script>count()</script>',
  '\0\0\0\0',
  '\x1f',
  '\x1f\x8b\x08 no member',
])('what follows a gzip body is no part of it: %j', async (tail) => {
  expect(await undo(Buffer.concat([zipped, Buffer.from(tail, 'latin1')]))).toBe(page);
});

test('several members, and one without its checksum', async () => {
  expect(await undo(Buffer.concat([zipped, zipped]))).toBe(page + page);
  expect(await undo(Buffer.concat([zipped, zipped, Buffer.from('\n')]))).toBe(page + page);
  expect(await undo(zipped.subarray(0, -8))).toBe(page);
});

test.each([
  ['data that breaks off', zipped.subarray(0, zipped.length >> 1)],
  [
    'a wrong checksum',
    Buffer.concat([
      zipped.subarray(0, -8),
      Buffer.from([1, 2, 3, 4]),
      zipped.subarray(-4),
      Buffer.from('\n'),
    ]),
  ],
])('%s is refused', async (_, bytes) => {
  await expect(undo(bytes)).rejects.toThrow(BrokenResponseError);
});

test('a bomb stays one behind a tail', async () => {
  const bomb = Buffer.concat([gzipSync(Buffer.alloc(2e6)), Buffer.from('\n')]);
  await expect(undo(bomb)).rejects.toThrow();
});

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
test.each([
  ['UTF-8', latin1(Buffer.from('/报告/2007.html')), 'http://a.example/%E6%8A%A5%E5%91%8A/2007.html'],
  ['GBK', latin1(Buffer.from([0x2f, 0xb1, 0xa8, 0xb8, 0xe6])), 'http://a.example/%B1%A8%B8%E6'],
  ['a query', latin1(Buffer.from('/show?t=报告')), 'http://a.example/show?t=%E6%8A%A5%E5%91%8A'],
  [
    'an absolute address',
    latin1(Buffer.from('http://b.example/报告')),
    'http://b.example/%E6%8A%A5%E5%91%8A',
  ],
  ['a space', '/a b', 'http://a.example/a%20b'],
])('raw bytes of a Location are escaped as they are: %s', (_, location, expected) => {
  expect(resolveLocation(location, 'http://a.example/x/')).toBe(expected);
});

test('law: whatever the bytes of a path, they arrive as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), (bytes) => {
      const high = bytes.map((b) => b | 0x80);
      const escaped = new URL(resolveLocation(`/${latin1(high)}`, 'http://a.example/')).pathname.slice(1);
      expect(Buffer.from(escaped.replace(/%/g, ''), 'hex')).toEqual(Buffer.from(high));
    }),
  );
});
