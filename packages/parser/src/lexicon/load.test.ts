import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseArticle, parserVersion } from '../index.ts';
import { loadLexicon } from './load.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-lexicon-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a user's lexicon", () => {
  const article = { title: '', text: '现代物流业增加值达到12亿元,鲜食玉米产量5万吨。' };
  const codes = (extra?: string) =>
    parseArticle(article, { lexicon: loadLexicon(extra) })[0]!.observations.map((o) => o.indicator.code);

  test('adds indicators and names without code, and changes the version', () => {
    expect(codes()).toEqual([null, null]);
    writeFileSync(
      join(folder, 'indicators.json'),
      JSON.stringify([
        { code: 'sweetcorn_output', names: ['鲜食玉米产量'], units: ['吨'] },
        { code: 'services_value_added', names: ['现代物流业增加值'] },
      ]),
    );
    expect(codes(folder)).toEqual(['services_value_added', 'sweetcorn_output']);
    expect(parserVersion(loadLexicon(folder))).not.toBe(parserVersion());
    expect(parserVersion(loadLexicon())).toBe(parserVersion());
  });

  test('adds words to the lists', () => {
    writeFileSync(join(folder, 'units.json'), JSON.stringify({ count: ['捆捆'] }));
    const [report] = parseArticle({ title: '', text: '发放秧苗30捆捆。' }, { lexicon: loadLexicon(folder) });
    expect(report!.observations[0]!.unit).toBe('捆捆');
  });

  test('says what is wrong with a file', () => {
    writeFileSync(join(folder, 'indicators.json'), JSON.stringify([{ code: 'Bad Code', names: [] }]));
    expect(() => loadLexicon(folder)).toThrow(UsageError);
    expect(() => loadLexicon(folder)).toThrow(/indicators\.json/);
    expect(() => loadLexicon(join(folder, 'missing'))).toThrow(/does not exist/);
  });
});
