import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSystem, type System } from './testing/system.ts';

let system: System;
beforeAll(async () => {
  system = await openSystem(inject('redisUrl'));
});
afterAll(() => system?.close());

describe('the page of a region that was renamed', () => {
  it.each([
    ['130622', '/regions/130608', 'Now', '2014'],
    ['130608', '/regions/130622', 'Formerly', '2014'],
  ])('%s leads to %s', async (code, to, word, until) => {
    const answer = await system.console.app.request(`http://127.0.0.1/regions/${code}`, {
      headers: { host: '127.0.0.1', 'accept-language': 'en' },
    });
    expect(answer.status).toBe(200);
    const { document } = parseHTML(await answer.text());
    const notice = [...document.querySelectorAll('.notice')].find((one) => one.textContent?.includes(word));
    expect(notice?.querySelector('a')?.getAttribute('href')).toBe(to);
    expect(notice?.textContent).toContain(until);
  });
});
