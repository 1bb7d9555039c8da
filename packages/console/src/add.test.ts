import { describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { visitor } from './testing/visitor.ts';

describe.skipIf(!hasChromium('no report was added in a browser'))('adding a report in a browser', () => {
  const at = visitor();
  const waiting = async () => {
    const [job] = await at.system.deps.producer.queues.crawl.getWaiting();
    const data = job!.data as { url: string; offline?: boolean };
    const [snapshot] = await at.system.deps.archive.snapshotsOf(data.url);
    return {
      ...data,
      body: Buffer.from(await at.system.deps.archive.get(snapshot!.body)).toString(),
      snapshot,
    };
  };

  it('takes a pasted text and leads to its run', async () => {
    await at.open('/documents');
    await at.page.locator('a[href="/documents/add"]').click();
    await at.page.locator('textarea[name=text]').fill('某市2024年政府工作报告\n地区生产总值增长5.2%。');
    expect(await at.press('form.fields button')).toBe(200);
    expect(at.page.url()).toMatch(/\/runs\/import-/);
    const { url, offline, body } = await waiting();
    expect(url).toMatch(/^http:\/\/added\.invalid\//);
    expect([offline, body.replaceAll('\r', '')]).toEqual([
      true,
      '某市2024年政府工作报告\n地区生产总值增长5.2%。',
    ]);
  });

  it('takes a file larger than a form, with its address', async () => {
    const buffer = Buffer.alloc(3 * 1024 * 1024, '报告');
    await at.open('/documents/add');
    await at.page.locator('input[name=url]').fill('http://www.example.cn/report.pdf');
    await at.page
      .locator('input[name=file]')
      .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer });
    expect(await at.press('form.fields button')).toBe(200);
    const { url, snapshot } = await waiting();
    expect([url, snapshot?.bytes]).toEqual(['http://www.example.cn/report.pdf', buffer.length]);
  });

  it.each([
    ['nothing', '', '', '请选择文件'],
    ['an address that is none', 'ftp://x', '某市2024年政府工作报告', 'ftp://x'],
  ])('refuses %s and keeps what was filled in', async (_, url, text, words) => {
    await at.open('/documents/add');
    await at.page.locator('input[name=url]').fill(url);
    await at.page.locator('textarea[name=text]').fill(text);
    expect(await at.press('form.fields button')).toBe(400);
    expect(await at.page.locator('[role=alert]').innerText()).toContain(words);
    expect(await at.page.locator('textarea[name=text]').inputValue()).toBe(text);
  });
});
