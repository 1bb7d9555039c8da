import { describe, expect, test } from 'vitest';
import { describeAnswer, withAnswer } from './answer.ts';
import { HttpStatusError } from './errors.ts';

const response = {
  finalUrl: 'http://a.cn/1',
  status: 404,
  headers: [
    ['content-type', 'text/html; charset=gb2312'],
    ['set-cookie', 'secret=1'],
    ['server', 'x'.repeat(500)],
  ] as [string, string][],
};
const words = (body: Uint8Array | string, headers = response.headers) =>
  describeAnswer({ ...response, headers }, typeof body === 'string' ? Buffer.from(body) : body).words;

describe('what a server answered', () => {
  test('is told by its status, the headers that say why, and its first words', () => {
    // 没有 in GB 2312
    const body = Buffer.concat([
      Buffer.from('<title>x</title><script>var a = "<p>no</p>"</script><p>'),
      Buffer.from([0xc3, 0xbb, 0xd3, 0xd0]),
      Buffer.from('</p><style>p{}</style>'),
    ]);
    const { headers, ...rest } = describeAnswer(response, body);
    expect(rest).toEqual({ finalUrl: 'http://a.cn/1', status: 404, words: 'x 没有' });
    expect(headers.map(([name, value]) => [name, value.length])).toEqual([
      ['content-type', 25],
      ['server', 200],
    ]);
  });

  test('is cut between characters, and is no words where it is no text', () => {
    expect(words('你好'.repeat(9_000))).toHaveLength(301);
    expect(words('𠮷'.repeat(9_000)).at(-2)).not.toMatch(/[\ud800-\udbff]/);
    expect(words('%PDF-1.7', [['content-type', 'application/pdf']])).toBe('');
    expect(words('')).toBe('');
  });

  test('goes with the error', () => {
    const error = new HttpStatusError('no', 'http://a.cn/1', 404, 'http://a.cn/1');
    expect(withAnswer(error, response, Buffer.from('gone')).answer).toMatchObject({
      status: 404,
      words: 'gone',
    });
  });
});
