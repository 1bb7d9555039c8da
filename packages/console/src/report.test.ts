import { describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { visitor } from './testing/visitor.ts';

describe.skipIf(!hasChromium('no report was corrected in a browser'))('a whole report in a browser', () => {
  const at = visitor();
  const regions = async () => {
    const { rows } = await at.system.deps.store.figures({ code: 'gdp', kind: 'target' });
    return rows.map(({ region, period }) => [region.adcode, period?.start]);
  };
  const openForm = async (document: string) => {
    await at.open(`/documents/${document}`);
    await at.page.locator(`a[href$="/report"]`).click();
    await at.page.locator('input[name=by]').fill('王芳');
    await at.page.locator('textarea[name=note]').fill('标题写错了地区');
  };

  it('is put right, with its figures, and put back', async () => {
    const { document } = await at.system.keep();
    expect(await regions()).toEqual([['321100', 2024]]);
    await openForm(document);
    await at.page.locator('input[name=region]').fill('苏州市');
    await at.page.locator('input[name=year]').fill('2014');
    expect(await at.press('button[value=correct]')).toBe(200);
    expect(await at.words()).toContain('标题写错了地区');
    expect(await at.page.locator('.lead').innerText()).toContain('苏州市 · 2014');
    expect(await regions()).toEqual([['320500', 2014]]);
    await at.open('/documents?region=苏州市');
    expect(await at.words()).toContain('已更正');
    await at.open(`/documents/${document}`);
    expect(await at.press('form[action$="/report/restore"] button')).toBe(200);
    expect(await regions()).toEqual([['321100', 2024]]);
  });

  it('is withdrawn with a reason, also after it was read again, and comes back', async () => {
    const { document } = await at.system.keep();
    await openForm(document);
    expect(await at.press('button[value=exclude]')).toBe(200);
    expect(await regions()).toEqual([]);
    await at.system.keep({}, { parser: 'parser-2', corrections: { '900亿元': ['900亿元', 1] } });
    expect(await regions()).toEqual([]);
    await at.open('/documents');
    expect(await at.words()).toContain('已撤下');
    await at.open(`/documents/${document}/report`);
    expect(await at.press('form[action$="/report/restore"] button')).toBe(200);
    expect(await regions()).toEqual([['321100', 2024]]);
  });

  it.each([
    [{ year: 'soon' }, 'soon'],
    [{ region: '朝阳区' }, '220104'],
    [{}, '没有修改任何字段'],
  ])('is not taken with %o, and what was filled in stays', async (given, words) => {
    const { document } = await at.system.keep();
    await openForm(document);
    for (const [name, value] of Object.entries(given)) await at.page.locator(`[name=${name}]`).fill(value);
    expect(await at.press('button[value=correct]')).toBe(400);
    expect(await at.page.locator('[role=alert]').innerText()).toContain(words);
    expect(await at.page.locator('textarea[name=note]').inputValue()).toBe('标题写错了地区');
    expect(await at.system.deps.store.overrideOf(document)).toBe(null);
  });
});
