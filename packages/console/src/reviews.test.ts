import { describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { visitor } from './testing/visitor.ts';

const form = 'form.fields';

describe.skipIf(!hasChromium('no review was made in a browser'))('reviews in a browser', () => {
  const at = visitor();
  const row = async (document: string, quote: string) =>
    (await at.system.deps.store.document(document))!.observations.find(
      ({ observation }) => observation.quote === quote,
    )!;
  const openReview = async (document: string, quote: string) => {
    const { id } = await row(document, quote);
    await at.open(`/documents/${document}`);
    await at.page.locator(`#o-${id} a.rv`).click();
    await at.page.locator('h1').waitFor();
    return id;
  };

  it('mark a figure as checked, with name, time and reason', async () => {
    const { document } = await at.system.keep();
    const id = await openReview(document, '286.5亿元');
    expect(await at.page.locator('blockquote mark').innerText()).toBe('286.5亿元');
    await at.page.locator('input[name=by]').fill('王芳');
    await at.page.locator('textarea[name=note]').fill('与公报一致');
    expect(await at.press(`${form} button[value=checked]`)).toBe(200);
    expect(await at.page.locator(`#o-${id}`).innerText()).toContain('已核对 · 王芳');
    expect((await row(document, '286.5亿元')).review).toMatchObject({
      verdict: 'checked',
      note: '与公报一致',
    });
    await openReview(document, '81.3%');
    expect(await at.page.locator('input[name=by]').inputValue()).toBe('王芳');
  });

  it('mark a figure as wrong; the figure is not given any more, and taken back it is', async () => {
    const { document } = await at.system.keep();
    const { store } = at.system.deps;
    const given = async () => (await store.figures({ name: '年度投资' })).rows.length;
    await openReview(document, '900亿元');
    await at.page.locator('input[name=by]').fill('Ada');
    expect(await at.press(`${form} button[value=wrong]`)).toBe(200);
    expect(await given()).toBe(0);
    await at.open('/reviews');
    expect(await at.words()).toContain('有误');
    expect(await at.press('form[action*="/review/remove"] button')).toBe(200);
    expect([await given(), await store.reviews()]).toEqual([1, []]);
  });

  it('correct fields without scripts, shown in the document, the figure and the list', async () => {
    const { document } = await at.system.keep();
    await openReview(document, '5.3万人');
    const plain = await at.page
      .context()
      .browser()!
      .newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    const page = await plain.newPage();
    await page.goto(at.page.url());
    await page.locator('input[name=by]').fill('Ada');
    await page.locator('input[name=value]').fill('5.8万');
    await page.locator('input[name=region]').fill('扬中市');
    await page.locator(`${form} button[value=corrected]`).click();
    await page.waitForURL(/\/documents\/[^/]+(#|$)/);
    const table = await page.locator('table.observations').innerText();
    expect(table).toContain('5.8万人');
    expect(table).toContain('识别为: 5.3万人');
    expect((await row(document, '5.3万人')).observation).toMatchObject({
      value: 58_000,
      region: { name: '扬中市', adcode: '321182' },
    });
    const [figure] = (await at.system.deps.store.figures({ region: '321182' })).rows;
    await page.goto(`${at.url}/figures/${encodeURIComponent(figure!.id)}`);
    expect(await page.locator('main').innerText()).toContain('已更正');
    await plain.close();
  });

  it.each([
    ['no name', { by: '' }, 'checked', '请填写姓名'],
    ['a changed field that is called checked', { by: 'Ada', value: '7' }, 'checked', '您已修改字段'],
    ['nothing to correct', { by: 'Ada' }, 'corrected', '没有修改任何字段'],
    ['a value that is no number', { by: 'Ada', value: 'many' }, 'corrected', 'many'],
    ['a region that several are called', { by: 'Ada', region: '朝阳区' }, 'corrected', '110105'],
  ])('refuse %s and keep what was filled in', async (_, given, verdict, words) => {
    const { document } = await at.system.keep();
    await openReview(document, '900亿元');
    for (const [name, value] of Object.entries(given)) await at.page.locator(`[name=${name}]`).fill(value);
    await at.page.locator('form.fields').evaluate((element) => element.setAttribute('novalidate', ''));
    expect(await at.press(`${form} button[value=${verdict}]`)).toBe(400);
    expect(await at.page.locator('[role=alert]').innerText()).toContain(words);
    for (const [name, value] of Object.entries(given))
      expect(await at.page.locator(`[name=${name}]`).inputValue()).toBe(value);
    expect(await at.system.deps.store.reviews()).toEqual([]);
  });

  it('ask again where the claim has changed', async () => {
    const { document } = await at.system.keep();
    const { id } = await row(document, '900亿元');
    await at.system.deps.store.review({ document, observation: id, verdict: 'checked', by: 'Ada' });
    await at.system.keep({}, { parser: 'parser-2', corrections: { '900亿元': ['900亿元', 9e10 + 1] } });
    await at.open('/');
    await at.page.locator('main a[href="/reviews?open=true"]').click();
    expect(await at.words()).toContain('数据已变化');
    await at.page.locator('a.button', { hasText: '再次核对' }).click();
    await at.page.locator('input[name=by]').fill('Ada');
    expect(await at.press(`${form} button[value=checked]`)).toBe(200);
    await at.open('/reviews?open=true');
    expect(await at.words()).toContain('没有需要再次核对的数据');
  });
});
