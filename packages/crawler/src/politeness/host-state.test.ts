import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { UnreachableError } from '../fetch/index.ts';
import { createHostGate } from './host-gate.ts';
import { readHostState } from './host-state.ts';
import { createRobots } from './robots.ts';

const redis = new Redis(inject('redisUrl'));
const now = 1_700_000_000_000;
const host = 'news.example';
let prefix: string;
beforeEach(() => {
  prefix = `test-${randomUUID()}`;
});
afterAll(() => redis.quit());
const state = () => readHostState(redis, prefix, host, now);

describe('how a host stands', () => {
  test('nothing is known of one that nobody has asked', async () => {
    expect(await state()).toEqual({
      host,
      underWay: 0,
      waiting: 0,
      nextAt: null,
      penaltyUntil: null,
      delayMs: null,
      tookMs: null,
      robots: null,
    });
  });

  test('requests under way, the line, the delay and the next turn', async () => {
    const gate = createHostGate(redis, { prefix });
    const ask = (ticket: string) => gate.reserve(host, { delayMs: 5_000, concurrency: 2, ticket, now });
    const first = await ask('a');
    await ask('b');
    await ask('c');
    expect(await state()).toMatchObject({ underWay: 1, waiting: 2, delayMs: 5_000, nextAt: now + 5_000 });
    if (first.ok) await first.release();
    expect(await state()).toMatchObject({ underWay: 0, tookMs: expect.any(Number) });
  });

  test('a penalty', async () => {
    await createHostGate(redis, { prefix }).penalise(host, 60_000, now);
    expect(await state()).toMatchObject({ penaltyUntil: now + 60_000, nextAt: now + 60_000 });
  });

  test('what its robots.txt says, and that it cannot be read', async () => {
    const body = new TextEncoder().encode('User-agent: *\nCrawl-delay: 9');
    const answer = { url: '', finalUrl: '', status: 200, headers: [], chain: [], notModified: false };
    const said = { fetch: async () => ({ ...answer, body, time: now, rendered: false }) };
    await createRobots({ fetcher: said, redis, prefix }).rules(`https://${host}/`);
    expect((await state()).robots).toEqual({ kind: 'rules', crawlDelayMs: 9_000 });
    prefix = `test-${randomUUID()}`;
    const away = { fetch: () => Promise.reject(new UnreachableError('nobody there', host)) };
    const robots = createRobots({ fetcher: away, redis, prefix });
    await expect(robots.rules(`https://${host}/`)).rejects.toThrow();
    expect((await state()).robots).toMatchObject({ kind: 'unavailable', reason: 'nobody there' });
  });
});
