import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createHostGate } from '../host-gate.ts';

/**
 * One crawl process of the gate's tests: goes through `pages` requests to a host of `holdMs` each and tells the
 * parent when each began and ended by Redis's clock.
 */
interface Task {
  url: string;
  prefix: string;
  host: string;
  name: string;
  pages: number;
  delayMs: number;
  concurrency: number;
  holdMs: number;
}

const { url, prefix, host, name, pages, delayMs, concurrency, holdMs } = JSON.parse(process.argv[2]!) as Task;
const redis = new Redis(url);
const gate = createHostGate(redis, { prefix });
const clock = async () => {
  const [seconds, micros] = await redis.time();
  return Number(seconds) * 1000 + Number(micros) / 1000;
};

async function page(ticket: string): Promise<void> {
  while (true) {
    const slot = await gate.reserve(host, { delayMs, concurrency, ticket });
    if (slot.ok) {
      const start = await clock();
      await sleep(holdMs);
      const end = await clock();
      await slot.release();
      process.send?.({ name, ticket, start, end });
      return;
    }
    await sleep(slot.waitMs);
  }
}

await Promise.all(Array.from({ length: pages }, (_, i) => page(`${name}-${i}`)));
redis.disconnect();
process.disconnect?.();
