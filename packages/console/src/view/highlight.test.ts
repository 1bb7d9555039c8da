import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, segments } from './highlight.ts';

describe('segments', () => {
  it('cuts where highlights overlap', () => {
    const text = '增长5.2%左右';
    const cut = segments(text, { start: 0, end: text.length }, [
      { key: 'a', start: 0, end: 6 },
      { key: 'b', start: 2, end: 8 },
    ]);
    expect(cut.map(({ text, covers, begins }) => [text, covers.join(), begins.join()])).toEqual([
      ['增长', 'a', 'a'],
      ['5.2%', 'a,b', 'b'],
      ['左右', 'b', ''],
    ]);
  });

  const text = '0123456789';
  const span = fc
    .tuple(fc.nat(10), fc.nat(10))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

  it('gives the text back, and each highlight its words', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 8 }), (within, spans) => {
        const highlights = spans.map((s, i) => ({ key: String(i), ...s }));
        const cut = segments(text, within, highlights);
        expect(cut.map((s) => s.text).join('')).toBe(text.slice(within.start, within.end));
        for (const h of highlights) {
          const words = cut.filter((s) => s.covers.includes(h.key)).map((s) => s.text);
          const [start, end] = [Math.max(h.start, within.start), Math.min(h.end, within.end)];
          expect(words.join('')).toBe(text.slice(start, Math.max(start, end)));
          expect(cut.filter((s) => s.begins.includes(h.key))).toHaveLength(start < end ? 1 : 0);
        }
      }),
    );
  });
});

describe('lines', () => {
  it('are spans of the text', () => {
    const text = '甲\n\n 乙丙\n';
    expect(lines(text).map(({ start, end }) => text.slice(start, end))).toEqual(['甲', ' 乙丙']);
  });
});
