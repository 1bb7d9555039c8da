import { listSchedules } from '@zhibiao/shared/queues';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { type ListSite, startListSite } from './testing/list-site.ts';
import { visitor } from './testing/visitor.ts';

describe.skipIf(!hasChromium('no source was added in a browser'))('sources in a browser', () => {
  let site: ListSite;
  let start = '';
  beforeAll(async () => {
    site = await startListSite();
    start = `${site.url}/zwgk/`;
  });
  afterAll(() => site.close());
  const at = visitor({}, ({ deps }) => ({ config: { ...deps.config, allowHosts: [site.host] } }));
  const sources = () => at.system.deps.store.listSources();

  it('are added from an address: checked, proposed, changed, saved, scheduled, edited', async () => {
    await at.open('/sources');
    await at.page.locator('a[href="/sources/new"]').click();
    await at.page.locator('input[name=address]').fill(start);
    expect(await at.press('button[value=propose]')).toBe(200);
    const found = await at.page.locator('.check').innerText();
    expect(found).toContain('2024年政府工作报告');
    expect(found).toContain('不会抓取 1');
    expect(await at.page.locator('input[name=title]').inputValue()).toBe('政府工作报告');
    expect(await sources()).toEqual([]);

    await at.page.locator('input[name=by]').fill('王芳');
    await at.page.locator('input[name=id]').fill('a-city');
    await at.page.locator('input[name=title]').fill('会议');
    expect(await at.press('button[value=check]')).toBe(200);
    expect(await at.page.locator('.check details[open]').innerText()).toContain('市政府召开常务会议');
    await at.page.locator('input[name=title]').fill('政府工作报告');
    await at.page.locator('input[name=cron]').fill('0 3 * * 1');
    expect(await at.press('button[value=save]')).toBe(200);
    expect(await sources()).toMatchObject([
      { id: 'a-city', title: '政府工作报告', cron: '0 3 * * 1', edited: { by: '王芳' }, enabled: true },
    ]);
    expect(await listSchedules(at.system.deps.producer, Date.now())).toMatchObject([{ source: 'a-city' }]);

    await at.page.locator('a.button[href="/sources/a-city"]').click();
    await at.page.locator('input[name=name]').fill('甲市');
    expect(await at.press('button[value=save]')).toBe(200);
    expect(await at.words()).toContain('甲市');
  });

  it('are paused, resumed, disabled and enabled', async () => {
    await at.open('/sources/new');
    await at.page.locator('input[name=address]').fill(start);
    await at.press('button[value=propose]');
    await at.page.locator('input[name=by]').fill('Ada');
    await at.press('button[value=save]');
    const state = async () => (await sources()).map(({ paused, enabled }) => [paused, enabled])[0];
    const schedules = async () => (await listSchedules(at.system.deps.producer, Date.now())).length;
    expect([await state(), await schedules()]).toEqual([[false, true], 1]);
    expect(await at.press('form[action$="/pause"] button')).toBe(200);
    expect([await state(), await schedules()]).toEqual([[true, true], 0]);
    await at.press('form[action$="/resume"] button');
    expect([await state(), await schedules()]).toEqual([[false, true], 1]);
    await at.press('form[action$="/disable"] button');
    expect([await state(), await schedules()]).toEqual([[false, false], 0]);
    await at.press('form[action$="/enable"] button');
    expect([await state(), await schedules()]).toEqual([[false, true], 1]);
  });

  it('refuse an address that is none, a private one, and a wrong field, which stays filled in', async () => {
    await at.open('/sources/new');
    await at.page.locator('input[name=address]').fill('file:///etc/passwd');
    expect(await at.press('button[value=propose]')).toBe(400);
    await at.page.locator('input[name=address]').fill('http://127.0.0.1:1/');
    expect(await at.press('button[value=propose]')).toBe(200);
    expect(await at.page.locator('[role=alert]').innerText()).toContain('127.0.0.1');
    await at.page.locator('input[name=by]').fill('Ada');
    await at.page.locator('input[name=cron]').fill('never');
    expect(await at.press('button[value=save]')).toBe(400);
    expect(await at.page.locator('input[name=cron]').inputValue()).toBe('never');
    expect(await at.page.locator('[role=alert]').innerText()).toContain('cron');
    expect(await sources()).toEqual([]);
  });
});
