import { startKeeper } from '@zhibiao/runtime/keeper';
import { createLogger } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { makeRun } from './testing/operations.ts';
import { visitor } from './testing/visitor.ts';

describe.skipIf(!hasChromium('no reprocess was started in a browser'))('a reprocess in a browser', () => {
  const at = visitor();

  it('is chosen, counted with the time it takes, started, and fed', async () => {
    const { deps } = at.system;
    await at.system.keep();
    await at.system.keep({ url: 'http://other.example.cn/2025.html' }, { year: 2025 });
    await deps.store.saveRun(
      makeRun({
        id: 'r0',
        type: 'reprocess',
        state: 'done',
        finishedAt: 1_705_000_010_000,
        counts: { store: 20 },
      }),
    );
    await at.open('/');
    await at.page.locator('summary', { hasText: '运维' }).click();
    await at.page.locator('nav a[href="/reprocess"]').click();
    await at.page.locator('select[name=older]').selectOption('parser');
    expect(await at.press('.filters button.main')).toBe(200);
    expect(await at.page.locator('.count').innerText()).toContain('2 个网页 · 约需 1 秒');
    await at.page.locator('.filters input[name=year]').fill('2025');
    await at.press('.filters button.main');
    expect(await at.page.locator('.count b').innerText()).toBe('1');
    expect(await at.press('.count form button')).toBe(200);
    const [run] = (await deps.store.listRuns()).filter(({ id }) => id !== 'r0');
    expect(run).toMatchObject({
      type: 'reprocess',
      state: 'running',
      selection: { year: 2025, from: 'parse' },
    });
    expect(at.page.url()).toContain(run!.id);
    const keeper = startKeeper(deps.producer, deps.store, createLogger('silent'));
    await expect.poll(() => deps.producer.queues.parse.getJobCountByTypes('waiting', 'prioritized')).toBe(1);
    await keeper.stop();
  });

  it('is chosen by kind of report, and says who decided on those before', async () => {
    const { deps } = at.system;
    await at.system.keep();
    await deps.store.saveRun(makeRun({ id: 'r1', type: 'reprocess', state: 'done' }));
    await deps.store.promote('r1', '王芳');
    await at.open('/reprocess?from=parse&genre=budget');
    expect(await at.page.locator('.count b').innerText()).toBe('0');
    expect(await at.words()).toContain('已发布 · 王芳');
  });

  it('is refused with a wrong filter, which stays filled in', async () => {
    await at.open('/reprocess?from=parse&region=%E6%9C%9D%E9%98%B3%E5%8C%BA');
    expect(await at.page.locator('[role=alert]').innerText()).toContain('110105');
    expect(await at.page.locator('.filters input[name=region]').inputValue()).toBe('朝阳区');
  });
});
