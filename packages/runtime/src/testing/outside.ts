import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { openStores } from '../stores.ts';

/** A site and stores for workers in processes of their own: `env` is what these need to find them. */
export async function openOutside(redisUrl: string, listener: RequestListener) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-outside-'));
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    ZHIBIAO_REDIS_URL: redisUrl,
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_QUEUE_PREFIX: `t-${dir.slice(-6)}`,
    ZHIBIAO_LOG_LEVEL: 'warn',
    ZHIBIAO_ALLOW_HOSTS: new URL(origin).host,
    ZHIBIAO_SHUTDOWN_MS: '2000',
  };
  const stores = await openStores(readConfig(env));
  const redis = await connectProducer(redisUrl);
  const producer = new Producer(redis, env.ZHIBIAO_QUEUE_PREFIX);
  return {
    dir,
    origin,
    env,
    stores,
    producer,
    /** @param opened the stores, where they were opened again */
    async close(opened = stores) {
      await producer.close();
      redis.disconnect();
      await opened.close();
      server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type Outside = Awaited<ReturnType<typeof openOutside>>;

/** @returns NODE_OPTIONS under which a process loops for ever as soon as it hashes bytes that hold the marker */
export function hangOn(marker: string): string {
  const code = `import { createHash } from 'node:crypto';
    const hash = Object.getPrototypeOf(createHash('sha256'));
    const { update } = hash;
    hash.update = function (data, ...more) {
      if (Buffer.from(data).includes(${JSON.stringify(marker)})) for (;;);
      return update.call(this, data, ...more);
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(code).replace(/'/g, '%27')}`;
}
