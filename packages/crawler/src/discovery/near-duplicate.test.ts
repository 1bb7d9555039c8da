import { bands, clusterCopies, copyDistance, hammingDistance } from '@zhibiao/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simhash } from './simhash.ts';
import { report } from './testing/report.ts';

const furniture = '发表于 2023-1-15 09:30 只看该作者 打印 收藏 回复 举报\n';
const distance = (a: string, b: string) => hammingDistance(simhash(a)!, simhash(b)!);

describe('simhash', () => {
  const text = report('示例市', 2023);

  it('does not see spaces, widths, punctuation and case', () => {
    expect(
      simhash(
        text
          .replaceAll('，', ',')
          .replaceAll('\n', '\r\n\u3000\u3000')
          .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      ),
    ).toBe(simhash(text));
  });

  it.each([
    ['furniture around it', furniture + text + furniture],
    ['a wrong character in 200', [...text].map((c, i) => (i % 200 === 99 ? '的' : c)).join('')],
    ['its last lines missing', text.slice(0, -80)],
  ])('takes a copy for a copy: %s', (_, copy) => {
    expect(distance(text, copy)).toBeLessThanOrEqual(copyDistance);
  });

  it("does not take a city's reports of two years for copies, nor two cities' of one year", () => {
    expect(distance(text, report('示例市', 2024))).toBeGreaterThan(copyDistance);
    expect(distance(text, report('范例县', 2023))).toBeGreaterThan(copyDistance);
  });

  it('says nothing about a few words', () => {
    expect(simhash('2023年政府工作报告')).toBeNull();
    expect(simhash('。'.repeat(500))).toBeNull();
    expect(simhash('报'.repeat(100))).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('bands', () => {
  const hash = fc.array(fc.nat(255), { minLength: 8, maxLength: 8 });
  const hex = (bytes: number[]) => bytes.map((b) => b.toString(16).padStart(2, '0')).join('');

  it('find every pair within the distance', () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.nat(63), { maxLength: copyDistance }), (bytes, flips) => {
        const other = [...bytes];
        for (const bit of flips) other[bit >> 3]! ^= 1 << (bit & 7);
        expect(hammingDistance(hex(bytes), hex(other))).toBe(flips.length);
        expect(bands(hex(bytes)).some((key) => bands(hex(other)).includes(key))).toBe(true);
      }),
    );
  });
});

describe('clusterCopies', () => {
  it('joins copies, and copies of copies, and leaves the others alone', () => {
    expect(
      clusterCopies([
        { id: 'a', simhash: '0000000000000000' },
        { id: 'x', simhash: 'ffffffffffffffff' },
        { id: 'c', simhash: '000000000000ffff' },
        { id: 'b', simhash: '00000000000000fe' },
        { id: 'bc', simhash: '00000000000007ff' },
      ]),
    ).toEqual([['a', 'c', 'b', 'bc'], ['x']]);
  });

  it('is a partition', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('0000000000000000', '0000000000000fff', '0f0f0f0f0f0f0f0f', '000000000000003f'),
        ),
        (hashes) => {
          const items = hashes.map((simhash, i) => ({ id: String(i), simhash }));
          expect(clusterCopies(items).flat().sort()).toEqual(items.map(({ id }) => id).sort());
        },
      ),
    );
  });
});
