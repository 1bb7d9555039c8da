import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { RunLedger } from './ledger.ts';
import { RunHosts, readRunHosts } from './run-hosts.ts';

const redis = new Redis(inject('redisUrl'));
afterAll(() => redis.quit());
const prefix = () => `t-${randomUUID()}`;
const request = { run: 'r', host: 'a.cn', answer: '200', failed: false, ms: 100 };

describe('the hosts of a run', () => {
  it('are counted by all processes together, most failures first', async () => {
    const at = prefix();
    const processes = [new RunHosts(redis, at), new RunHosts(redis, at)] as const;
    processes[0].add(request);
    processes[1].add(request);
    processes[1].add({ ...request, host: 'b.cn:8080', answer: '503', failed: true });
    await Promise.all(processes.map((one) => one.close()));
    expect(await readRunHosts(redis, at, 'r')).toMatchObject([
      { host: 'b.cn:8080', requests: 1, failed: 1, answer: '503' },
      { host: 'a.cn', requests: 2, failed: 0, ms: 200, answer: '200', at: expect.any(Number) },
    ]);
    expect(await readRunHosts(redis, at, 'other')).toEqual([]);
    await new RunLedger(redis, at).forget('r');
    expect(await readRunHosts(redis, at, 'r')).toEqual([]);
  });

  it('of a run that asks thousands stay few', async () => {
    const at = prefix();
    const notes = new RunHosts(redis, at);
    for (let i = 0; i < 1_000; i++) notes.add({ ...request, host: `h${i}.cn` });
    await notes.close();
    const read = await readRunHosts(redis, at, 'r');
    expect(read).toHaveLength(201);
    expect(read[0]).toMatchObject({ host: 'other', requests: 800 });
  });
});
