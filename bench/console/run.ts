// How long the console's pages take, and how heavy they are, over a store filled with made-up reports.
//   REDIS_URL=redis://127.0.0.1:6379 npx tsx bench/console/run.ts [--sizes 1000,10000] [--per 20]
// Pages are asked in this process, without a network. Figures depend on the machine: run it alone.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConsole } from '../../packages/console/src/console.ts';
import { createLogger } from '../../packages/shared/src/logger.ts';
import { connectProducer, Producer } from '../../packages/shared/src/queues/index.ts';
import { openArchive } from '../../packages/store/src/archive/index.ts';
import { openStore } from '../../packages/store/src/store.ts';
import { makeCommit } from '../store/sample.ts';

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, per: { type: 'string', default: '20' } },
});
const url = process.env.REDIS_URL;
if (!url) throw new Error('REDIS_URL: the console asks Redis how far runs are; name one that runs.');
const dir = mkdtempSync(join(tmpdir(), 'zhibiao-bench-console-'));
const store = await openStore(join(dir, 'store'), Date.now, { readers: true });
const archive = await openArchive(join(dir, 'archive'));
const redis = await connectProducer(url);
const producer = new Producer(redis, `bench-${randomUUID()}`);
const config = { host: '127.0.0.1', port: 0, token: undefined };
const { app } = createConsole({ store, archive, producer, config, log: createLogger('silent') });
const rounds = 9;

let written = 0;
for (const size of options.sizes.split(',').map(Number)) {
  for (; written < size; written += 100) {
    const inputs = Array.from({ length: Math.min(100, size - written) }, (_, i) =>
      makeCommit(written + i, Number(options.per), 1),
    );
    await Promise.all(inputs.map((input) => store.commit(input)));
  }
  const { rows } = await store.figures({ limit: 1_000 });
  const [{ region, indicator, period, chosen } = rows[0]!] = rows.filter((row) => row.region.adcode);
  const topic = encodeURIComponent(indicator.code ?? indicator.name);
  const paths = [
    '/',
    '/documents',
    '/observations',
    `/observations?region=${region.adcode}&sort=-value`,
    '/regions',
    `/regions/${region.adcode}`,
    '/indicators',
    `/indicators/${topic}`,
    `/series?indicator=${topic}&region=${region.adcode}`,
    `/ranking?indicator=${topic}&year=${period?.end ?? 2023}`,
    `/promises?indicator=${topic}`,
    '/promises',
    '/copies',
    '/coverage',
    '/changes',
    `/search?q=${encodeURIComponent('增长')}`,
    `/documents/${chosen.document}`,
    `/api/v1/figures?region=${region.adcode}`,
  ];
  console.log(`\n${size.toLocaleString('en')} documents, ${Number(options.per)} observations each\n`);
  console.log('| page | ms, median | ms, worst | KB |\n| --- | ---: | ---: | ---: |');
  for (const path of paths) {
    const times: number[] = [];
    let bytes = 0;
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
      bytes = (await answer.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    }
    // The first asks for what is loaded once.
    const warm = times.slice(1).sort((a, b) => a - b);
    const numbers = [warm[Math.floor(warm.length / 2)]!, warm.at(-1)!, bytes / 1_000];
    console.log(`| ${decodeURIComponent(path)} | ${numbers.map((n) => Math.round(n)).join(' | ')} |`);
  }
}
await producer.close();
redis.disconnect();
await store.close();
await archive.close();
rmSync(dir, { recursive: true, force: true });
