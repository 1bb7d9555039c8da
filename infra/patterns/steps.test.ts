import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { compile } from './program.ts';
import { count } from './steps.ts';

const atom = fc.constantFrom(
  ...['a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '(?=a)', '(?!b)', '(?<=a)', '(?<!b)', '\\1', '^', '$'],
);
const pattern = fc.letrec<{ all: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    tie('all').map((inner) => `(${inner})`),
    fc
      .tuple(tie('all'), fc.constantFrom('*', '+', '?', '*?', '+?', '{0,2}', '{2}', '{1,}?'))
      .map(([inner, times]) => `(?:${inner})${times}`),
  ),
  all: fc
    .array(fc.array(tie('part'), { maxLength: 4 }), { minLength: 1, maxLength: 2 })
    .map((branches) => branches.map((parts) => parts.join('')).join('|')),
})).all;

describe('the counter of steps', () => {
  it("finds what JavaScript's own engine finds", () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(pattern, texts, (source, all) => {
        let expression: RegExp;
        try {
          expression = new RegExp(source, 'g');
        } catch {
          return;
        }
        const program = compile(source, 'g');
        for (const text of all) {
          const { steps, matches } = count(program, text, 200_000);
          if (steps === 200_000) continue;
          const own = [...text.matchAll(expression)].map((m) => [m.index, m.index + m[0].length]);
          expect(matches, `/${source}/ on ${text}`).toEqual(own);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['^(a|a)*$', ''],
    ['\\s+$', ''],
    ['(\\w|\\d)*x', ''],
    ['<script\\b[^>]*>([\\s\\S]*?)</script>', 'g'],
    ['^(?:政府|工作|报告|.)*书$', ''],
    ['(?:ab)+$', ''],
    ['x*y*$', ''],
    ['(?<=^a*b?a*)c', ''],
  ])('says of /%s/%s that it grows faster than its text', (source, flags) => {
    expect(judge(source, flags).fault).toMatch(/steps a character/);
  });

  it.each([
    ['(?<!\\s)\\s+$', ''],
    ['^\\s+', ''],
    ['[^\\n]{0,60}x', ''],
    ['(?:19|20)\\d{2}年', 'g'],
    ['^[^:]*:(.*)$', 's'],
  ])('says of /%s/%s that it does not', (source, flags) => {
    expect(judge(source, flags).fault).toBeNull();
  });
});
