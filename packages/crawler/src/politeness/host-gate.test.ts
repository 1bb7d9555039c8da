import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createHostGate, giveBackSlots, type HostGate, type HostPoliteness } from './host-gate.ts';

const redis = new Redis(inject('redisUrl'));
let prefix: string;
let gate: HostGate;
let now: number;
const host = 'news.example';

beforeEach(() => {
  prefix = `test-${randomUUID()}`;
  gate = createHostGate(redis, { prefix, leaseMs: 10_000 });
  now = 1_700_000_000_000;
});
// Leases that no test gives back are renewed until the process ends: a renewal behind QUIT would fail it.
afterAll(() => redis.disconnect());

const ask = (politeness: Partial<HostPoliteness> = {}, at = now) =>
  gate.reserve(host, { delayMs: 1_000, concurrency: 4, ...politeness, now: at });
const waitOf = async (politeness: Partial<HostPoliteness> = {}, at = now) => {
  const slot = await ask(politeness, at);
  return slot.ok ? 0 : slot.waitMs;
};

describe('one host', () => {
  test('requests start one delay apart', async () => {
    expect(await waitOf()).toBe(0);
    expect(await waitOf({}, now + 400)).toBe(600);
    expect(await waitOf({}, now + 999)).toBe(1);
    expect(await waitOf({}, now + 1_000)).toBe(0);
  });

  test('the longer delay of two sources counts', async () => {
    await ask({ delayMs: 5_000 });
    expect(await waitOf({ delayMs: 1_000 }, now + 1_000)).toBe(4_000);
  });

  test('no more are under way than may be, until one is released', async () => {
    const first = await ask({ delayMs: 0, concurrency: 2 });
    await ask({ delayMs: 0, concurrency: 2 });
    expect(await waitOf({ delayMs: 0, concurrency: 2 })).toBeGreaterThan(0);
    if (first.ok) await first.release();
    expect(await waitOf({ delayMs: 0, concurrency: 2 })).toBe(0);
  });

  test('releasing twice frees one place', async () => {
    const first = await ask({ delayMs: 0, concurrency: 2 });
    await ask({ delayMs: 0, concurrency: 2 });
    if (!first.ok) throw new Error('refused');
    await first.release();
    await first.release();
    expect(await waitOf({ delayMs: 0, concurrency: 2 })).toBe(0);
    expect(await waitOf({ delayMs: 0, concurrency: 2 })).toBeGreaterThan(0);
  });

  test("a dead worker's lease lapses", async () => {
    await ask({ delayMs: 0, concurrency: 1 });
    expect(await waitOf({ delayMs: 0, concurrency: 1 }, now + 9_999)).toBeGreaterThan(0);
    expect(await waitOf({ delayMs: 0, concurrency: 1 }, now + 10_000)).toBe(0);
  });

  test('the lease of a request that is still under way does not lapse', async () => {
    const quick = createHostGate(redis, { prefix, leaseMs: 150 });
    const slot = await quick.reserve('slow.example', { delayMs: 0, concurrency: 1 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await quick.reserve('slow.example', { delayMs: 0, concurrency: 1 })).toMatchObject({ ok: false });
    if (slot.ok) await slot.release();
    expect(await quick.reserve('slow.example', { delayMs: 0, concurrency: 1 })).toMatchObject({ ok: true });
  });

  test("a dead process's slots are given back, and nobody else's", async () => {
    const of = (owner: string) => createHostGate(redis, { prefix, owner });
    const politeness = { delayMs: 0, concurrency: 2 };
    const dead = await of('dead').reserve(host, politeness);
    await of('dead-and-more').reserve(host, politeness);
    expect(await of('other').reserve(host, politeness)).toMatchObject({ ok: false });
    await giveBackSlots(redis, { prefix, owner: 'dead', hosts: [host, 'never.seen'] });
    expect(await of('other').reserve(host, politeness)).toMatchObject({ ok: true });
    await giveBackSlots(redis, { prefix, owner: 'dead', hosts: [host] });
    expect(await of('other').reserve(host, politeness)).toMatchObject({ ok: false });
    // What it says afterwards, if it lives after all, takes nothing from anybody.
    if (dead.ok) await dead.release();
    expect(await of('other').reserve(host, politeness)).toMatchObject({ ok: false });
  });

  test('a lease lasts four seconds from when it was last renewed', async () => {
    await createHostGate(redis, { prefix }).reserve(host, { delayMs: 0, concurrency: 1, now });
    const [, lapses] = await redis.zrange(`${prefix}:host:{${host}}:leases`, '0', '-1', 'WITHSCORES');
    expect(Number(lapses) - now).toBe(4_000);
    // The key outlives its leases by a second, so that nothing of a dead host stays.
    const ttl = await redis.pttl(`${prefix}:host:{${host}}:leases`);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(5_000);
  });

  test('another host is not concerned', async () => {
    await ask();
    expect(await gate.reserve('other.example', { delayMs: 1_000, concurrency: 1, now })).toMatchObject({
      ok: true,
    });
  });

  test('outside the hours nobody goes', async () => {
    const noon = Date.parse('2024-03-01T12:00:00+08:00');
    expect(await ask({ window: [22, 6] }, noon)).toMatchObject({ ok: false });
    expect(await ask({ window: [9, 17] }, noon)).toMatchObject({ ok: true });
  });
});

describe('the line', () => {
  test('waiting pages are spread over the slots to come and keep their places', async () => {
    await ask();
    const tickets = Array.from({ length: 50 }, (_, i) => `page-${i}`);
    const waits: number[] = [];
    for (const ticket of tickets) waits.push(await waitOf({ ticket }));
    expect(waits).toEqual(tickets.map((_, i) => (i + 1) * 1_000));
    expect(await waitOf({ ticket: 'page-49' }, now + 500)).toBe(49_500);
    let refused = 0;
    for (const [i, ticket] of tickets.entries()) {
      if ((await waitOf({ ticket, concurrency: 100 }, now + waits[i]!)) > 0) refused++;
    }
    expect(refused).toBe(0);
  });

  test('a place that nobody takes up is open to whoever comes', async () => {
    await ask();
    for (let i = 0; i < 20; i++) await ask({ ticket: `gone-${i}` });
    expect(await waitOf({ ticket: 'new' }, now + 1_500)).toBe(0);
  });

  test('who is a little early waits a little', async () => {
    await ask();
    await ask({ ticket: 'a' });
    await ask({ ticket: 'b' });
    expect(await waitOf({ ticket: 'a' }, now + 990)).toBe(10);
  });

  test('after a penalty the line is drawn up anew', async () => {
    await ask();
    for (const ticket of ['a', 'b', 'c']) await ask({ ticket });
    await gate.penalise(host, 60_000, now);
    const waits = [];
    for (const ticket of ['a', 'b', 'c']) waits.push(await waitOf({ ticket }, now + 3_000));
    expect(waits).toEqual([57_000, 58_000, 59_000]);
  });
});

describe('a penalty', () => {
  test('keeps everybody away for as long as the host asks', async () => {
    expect(await gate.penalise(host, 30_000, now)).toBe(30_000);
    expect(await gate.penalise(host, 5_000, now)).toBe(30_000);
    expect(await waitOf({}, now + 29_000)).toBe(1_000);
    expect(await waitOf({}, now + 30_000)).toBe(0);
  });

  test('doubles where the host names no time, once for requests under way together, up to a bound', async () => {
    const times: number[] = [];
    let at = now;
    for (let i = 0; i < 12; i++) {
      times.push(await gate.penalise(host, null, at));
      await gate.penalise(host, null, at);
      at += times.at(-1)!;
    }
    expect(times.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(times.at(-1)).toBe(1_800_000);
  });

  test('that the host names does not make the next one longer', async () => {
    for (let i = 0; i < 5; i++) await gate.penalise(host, 1_000, now + i * 2_000);
    expect(await gate.penalise(host, null, now + 10_000)).toBe(15_000);
  });

  test('is forgotten after a quiet time', async () => {
    await gate.penalise(host, null, now);
    await gate.penalise(host, null, now + 20_000);
    expect(await gate.penalise(host, null, now + 24 * 3_600_000)).toBe(15_000);
  });
});

test('keys lapse by themselves', async () => {
  await ask({ ticket: 'a' });
  await ask({ ticket: 'b' });
  await gate.penalise(host, 1_000, now);
  const keys = await redis.keys(`${prefix}:*`);
  expect(keys).toHaveLength(3);
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
});

describe('several processes', () => {
  interface Visit {
    name: string;
    ticket: string;
    start: number;
    end: number;
  }
  const client = fileURLToPath(new URL('./testing/client.ts', import.meta.url));

  async function crawl(processes: number, task: object): Promise<Visit[]> {
    const visits: Visit[] = [];
    const children = Array.from({ length: processes }, (_, i) => {
      const argument = JSON.stringify({ url: inject('redisUrl'), prefix, host, name: `p${i}`, ...task });
      const child = fork(client, [argument], { execArgv: ['--import', 'tsx'] });
      child.on('message', (visit) => visits.push(visit as Visit));
      return once(child, 'exit');
    });
    for (const [code] of await Promise.all(children)) expect(code).toBe(0);
    return visits.sort((a, b) => a.start - b.start);
  }
  /** What a client measures is what was granted, plus its way to Redis. */
  const slackMs = 25;

  test('never two within the delay', { timeout: 60_000 }, async () => {
    const visits = await crawl(3, { pages: 6, delayMs: 120, concurrency: 4, holdMs: 10 });
    expect(visits).toHaveLength(18);
    // The clients measure after the grant reaches them, so the sum is exact and single gaps are not.
    const span = visits.at(-1)!.start - visits[0]!.start;
    expect(span).toBeGreaterThanOrEqual(17 * 120 - slackMs);
    expect(new Set(visits.map((visit) => visit.name)).size).toBe(3);
  });

  test('never more under way than may be', { timeout: 60_000 }, async () => {
    const visits = await crawl(3, { pages: 8, delayMs: 0, concurrency: 2, holdMs: 60 });
    expect(visits).toHaveLength(24);
    for (const { start } of visits) {
      const together = visits.filter((other) => other.start <= start && other.end > start);
      expect(together.length).toBeLessThanOrEqual(2);
    }
  });
});

test('the grants themselves keep the delay to the millisecond', async () => {
  const clients = Array.from({ length: 6 }, () => new Redis(inject('redisUrl')));
  const gates = clients.map((each) => createHostGate(each, { prefix }));
  const starts: number[] = [];
  await Promise.all(
    gates.map(async (each, i) => {
      for (let page = 0; page < 4; page++) {
        while (true) {
          const slot = await each.reserve(host, { delayMs: 40, concurrency: 1, ticket: `${i}-${page}` });
          if (slot.ok) {
            starts.push(Number(await clients[i]!.hget(`${prefix}:host:{${host}}:state`, 'start')));
            await slot.release();
            break;
          }
          await sleep(slot.waitMs);
        }
      }
    }),
  );
  for (const each of clients) each.disconnect();
  starts.sort((a, b) => a - b);
  expect(starts).toHaveLength(24);
  for (let i = 1; i < starts.length; i++) expect(starts[i]! - starts[i - 1]!).toBeGreaterThanOrEqual(40);
});
