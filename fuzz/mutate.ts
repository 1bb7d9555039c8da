import { pick, type Random } from '../bench/random.ts';

export const below = (random: Random, limit: number): number => Math.floor(random() * Math.max(1, limit));

/** What has hurt readers like ours before, and the field's own words. */
const tokens = [
  '<',
  '>',
  '</div>',
  '<table>',
  '<td>',
  '<script>',
  '<!--',
  ']]>',
  '&#x110000;',
  '&nbsp;',
  '"',
  "'",
  '\0',
  '\u001b]0;x\u0007',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\r\n\r\n',
  '\n',
  '%',
  '{',
  '}',
  '[',
  ']',
  ':',
  '*',
  '&a',
  '\\',
  '-1',
  '0',
  '1e309',
  '999999999999999999999',
  '275760',
  '+88:00',
  '-3000次浏览',
  '2023年',
  '20xx年',
  '5%左右',
  '万亿元',
  '政府工作报告',
  '增长',
  '以上',
  '力争',
  '分别',
  '、',
  '（',
  '）',
  '(?=a)',
  '(a|a)*$',
  '__proto__',
  '$where',
  '../../',
  'Content-Length: 99999999999',
  'WARC/1.0',
  'file:///etc/passwd',
  'javascript:1',
  'http://[',
  '//evil.cn',
  'gzip',
].map((token) => Buffer.from(token));

type Change = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

const at = (bytes: Buffer, random: Random) => below(random, bytes.length);
const stretch = (bytes: Buffer, random: Random) => {
  const start = at(bytes, random);
  return [start, Math.min(bytes.length, start + 1 + below(random, 200))] as const;
};

const changes: readonly Change[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[at(changed, random)] = below(random, 256);
    return changed;
  },
  (bytes, random) => {
    const place = at(bytes, random);
    return Buffer.concat([bytes.subarray(0, place), pick(random, tokens), bytes.subarray(place)]);
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    const times = 1 + below(random, random() < 0.1 ? 500 : 5);
    const part = bytes.subarray(start, end);
    return Buffer.concat([
      bytes.subarray(0, end),
      ...Array.from({ length: times }, () => part),
      bytes.subarray(end),
    ]);
  },
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  (bytes, random, others) => {
    const other = pick(random, others);
    const [start, end] = stretch(other, random);
    const place = at(bytes, random);
    return Buffer.concat([bytes.subarray(0, place), other.subarray(start, end), bytes.subarray(place)]);
  },
];

/** Changes an input of the corpus in one to eight places. */
export function mutate(corpus: readonly Buffer[], random: Random): Buffer {
  let bytes = pick(random, corpus);
  for (let left = 1 + below(random, 8); left > 0; left--)
    bytes = pick(random, changes)(bytes, random, corpus);
  return bytes.subarray(0, 2 * 1024 * 1024);
}
