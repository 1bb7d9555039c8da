import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import type { ConsoleDeps } from './deps.ts';
import { routes } from './routes.ts';
import { Guesses } from './security/guesses.ts';
import { pathBack } from './security/sign-in.ts';
import { openSystem, type System } from './testing/system.ts';

const token = 'a-token-of-some-length';
const readToken = 'a-token-that-only-reads';
let system: System | undefined;
afterEach(async () => {
  await system?.close();
  system = undefined;
});

async function ask(config: Partial<ConsoleDeps['config']>) {
  system = await openSystem(inject('redisUrl'), config);
  const { app } = system.console;
  return (path: string, init: RequestInit = {}) => app.request(`http://127.0.0.1${path}`, init);
}
const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });
const signIn = (value: string, next = '/runs'): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ token: value, next }),
});

describe('signing in', () => {
  it('gives a session that a page cannot read, other sites cannot use, and that signing out ends', async () => {
    const get = await ask({ token });
    const asked = await get('/runs?x=1', { headers: { accept: 'text/html' } });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fruns%3Fx%3D1']);
    expect(await (await get('/sign-in?next=%2Fruns')).text()).toContain('name="next" value="/runs"');
    const entered = await get('/sign-in', signIn(token));
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/runs']);
    const cookie = entered.headers.get('set-cookie')!;
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200'])
      expect(cookie).toContain(part);
    const headers = { cookie: cookie.split(';')[0]! };
    expect((await get('/documents', { headers })).status).toBe(200);
    expect((await get('/sign-out', { method: 'POST', headers })).status).toBe(303);
    expect((await get('/documents', { headers })).status).toBe(401);
    expect((await get('/documents', { headers: { cookie: 'zhibiao_session=guess' } })).status).toBe(401);
  });

  it('ends a session after twelve hours', async () => {
    system = await openSystem(inject('redisUrl'), { token });
    let now = 1_700_000_000_000;
    const { createConsole } = await import('./console.ts');
    const { app } = createConsole({ ...system.deps, now: () => now });
    const cookie = (await app.request('http://h/sign-in', signIn(token))).headers.get('set-cookie')!;
    const headers = { cookie: cookie.split(';')[0]! };
    expect((await app.request('http://h/documents', { headers })).status).toBe(200);
    now += 12 * 3_600_000;
    expect((await app.request('http://h/documents', { headers })).status).toBe(401);
  });

  it.each([
    ['//evil.com/x', '/'],
    ['/\\evil.com', '/'],
    ['http://evil.com/', '/'],
    ['javascript:alert(1)', '/'],
    ['/.//evil.com', '/evil.com'],
    ['/sign-out', '/'],
    [undefined, '/'],
    ['/runs?a=1', '/runs?a=1'],
  ])('leads back into the console only: %s', (next, back) => expect(pathBack(next)).toBe(back));

  it('is refused to other sites, and shows no other site in its form', async () => {
    const get = await ask({ token });
    const foreign = { ...signIn(token), headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await get('/sign-in', foreign)).status).toBe(403);
    expect(await (await get('/sign-in?next=//evil.com/x')).text()).not.toContain('evil.com');
  });
});

describe('guessing', () => {
  it('is slowed down, whatever is guessed next, and leaves sessions alone', async () => {
    const get = await ask({ token });
    const cookie = (await get('/sign-in', signIn(token))).headers.get('set-cookie')!.split(';')[0]!;
    for (let n = 0; n < 5; n++)
      expect((await get('/api/v1/documents', bearer(`guess-${n}`))).status).toBe(401);
    const slowed = await get('/api/v1/documents', bearer(token));
    expect([slowed.status, Number(slowed.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await get('/sign-in', signIn('another'))).status).toBe(429);
    expect((await get('/documents', { headers: { cookie } })).status).toBe(200);
  });

  it('waits longer each time, forgets, and counts a network of IPv6 as one', () => {
    let now = 0;
    const guesses = new Guesses(() => now);
    for (let n = 0; n < 5; n++) guesses.failed(`2001:db8::${n}`);
    expect(guesses.waitMs('2001:db8::ffff')).toBe(1_000);
    expect(guesses.waitMs('2001:db8:1::1')).toBe(0);
    guesses.failed('2001:db8::1');
    expect(guesses.waitMs('2001:db8::1')).toBe(2_000);
    for (let n = 0; n < 50; n++) guesses.failed('2001:db8::1');
    expect(guesses.waitMs('2001:db8::1')).toBe(300_000);
    now += 31 * 60_000;
    expect(guesses.failed('2001:db8::1')).toBe(1);
    for (let n = 0; n < 20_000; n++) guesses.failed(`10.0.${n >> 8}.${n & 255}`);
    guesses.succeeded('10.0.78.31');
    expect(guesses.waitMs('10.0.78.31')).toBe(0);
  });
});

describe('tokens', () => {
  it('the read-only one reads the API and nothing else', async () => {
    const get = await ask({ token, readToken });
    for (const path of ['/api/v1/documents', '/api/v1/observations', '/changes.atom'])
      expect((await get(path, bearer(readToken))).status).toBe(200);
    for (const path of ['/documents', '/runs', '/queues', '/metrics', '/quarantine'])
      expect((await get(path, bearer(readToken))).status, path).toBe(403);
    for (const { path } of routes.filter(({ method }) => method === 'post'))
      expect((await get(path, { method: 'POST', ...bearer(readToken) })).status, path).toBe(403);
    expect((await get('/sign-in', signIn(readToken))).status).toBe(401);
  });

  it('are asked for by the API as its other errors are told', async () => {
    const get = await ask({ token, readToken });
    const refused = await get('/api/v1/documents');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    expect(refused.headers.get('www-authenticate')).toContain('Basic');
    expect(await refused.json()).toMatchObject({
      status: 401,
      error: 'AccessError',
      instance: '/api/v1/documents',
    });
  });

  it('of a file are changed without a restart, and sessions end with the token', async () => {
    const tokenFile = join(mkdtempSync(join(tmpdir(), 'zhibiao-token-')), 'token');
    writeFileSync(tokenFile, `${token}\n`);
    const get = await ask({ tokenFile });
    const cookie = (await get('/sign-in', signIn(token))).headers.get('set-cookie')!.split(';')[0]!;
    const status = async (value: string) => (await get('/api/v1/documents', bearer(value))).status;
    expect([await status(token), await status(readToken)]).toEqual([200, 401]);
    writeFileSync(tokenFile, `another-token-of-length\n${readToken}\n`);
    expect([await status(token), await status('another-token-of-length')]).toEqual([401, 200]);
    expect(await status(readToken)).toBe(200);
    expect((await get('/documents', { headers: { cookie } })).status).toBe(401);
    writeFileSync(tokenFile, 'short');
    expect(await status('another-token-of-length')).toBe(200);
    expect(await status('short')).toBe(401);
  });
});

describe('requests of a strange form', () => {
  it('are refused: a path that is another site, a body without bound', async () => {
    const get = await ask({ token });
    expect((await get('//evil.com/x', bearer(token))).status).toBe(404);
    expect(await (await get('//evil.com/x', bearer(token))).text()).not.toContain('evil.com');
    const large = {
      method: 'POST',
      body: 'x'.repeat(2 * 1024 * 1024),
      headers: { 'content-type': 'text/plain' },
    };
    expect(
      (await get('/quarantine/retry', { ...large, headers: { ...large.headers, ...bearer(token).headers } }))
        .status,
    ).toBe(413);
    expect((await get('/sign-in', large)).status).toBe(413);
  });
});
