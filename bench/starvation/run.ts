// Does one slow host starve another? Pages per second of three fast hosts, alone and beside a host that answers in five
// seconds and one that never answers, all through the real queues, worker processes and politeness gate.
// npm run bench:starvation [-- --seconds 15 --delay 400]
import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Source } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { openSystem } from '../crawl/system.ts';
import { startWorkers } from '../crawl/workers.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    /** milliseconds between two requests to a fast host; 0: as fast as the machine is */
    delay: { type: 'string', default: '400' },
  },
});
const seconds = Number(values.seconds);
const delayMs = Number(values.delay);
if (!(seconds >= 5 && seconds <= 30 && delayMs >= 0)) {
  console.error('--seconds takes a number from 5 to 30, --delay milliseconds');
  process.exit(2);
}
const fast = ['fast1', 'fast2', 'fast3'];
const slow = ['slow', 'dead'];
const pagesPerHost = Math.max(400, Math.ceil((seconds * 1_500) / Math.max(delayMs, 10)));

interface Counts {
  readonly served: Readonly<Record<string, number>>;
  readonly asked: Readonly<Record<string, number>>;
}

/** One crawl of these hosts in a system of its own. @returns pages per second of each host, once all is under way */
async function measure(hosts: readonly string[]): Promise<Counts> {
  const sites = fork(fileURLToPath(new URL('./sites.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
  });
  const heard = <T>() => new Promise<T>((resolve) => sites.once('message', (word) => resolve(word as T)));
  const { origins } = await heard<{ origins: Record<string, string> }>();
  const system = await openSystem({ origin: origins.fast1!, pages: 1 }, '/');
  const workers = startWorkers(system);
  try {
    const { producer, stores } = system;
    const emissions: Emission[] = [];
    for (const id of hosts) {
      const origin = origins[id]!;
      const politeness = {
        delayMs: slow.includes(id) ? 0 : delayMs,
        concurrency: slow.includes(id) ? 16 : 2,
      };
      const allowHosts = [new URL(origin).host];
      await stores.store.saveSource(Source.parse({ id, name: id, start: [origin], politeness, allowHosts }));
      for (let n = 1; n <= pagesPerHost; n++) {
        const url = `${origin}/zfgzbg/content_${n}.html`;
        const common = { task: 'fetch', kind: 'page', shadow: false, depth: 1, force: false } as const;
        emissions.push({ queue: 'crawl', message: { ...common, run: 'bench', source: id, url } });
      }
    }
    await workers.ready();
    // The slow hosts' pages stand first in the queue.
    await producer.send([...emissions].reverse());
    // Measured once every job has been looked at and put where it belongs: a short time on a machine that is free.
    const givenUp = Date.now() + 15_000;
    while (Date.now() < givenUp && (await producer.queues.crawl.getWaitingCount()) > 0) await sleep(250);
    await sleep(2_000);
    const count = async () => {
      sites.send('count');
      return heard<Counts>();
    };
    const before = await count();
    await sleep(seconds * 1_000);
    const after = await count();
    const rate = (what: keyof Counts) =>
      Object.fromEntries(hosts.map((id) => [id, (after[what][id]! - before[what][id]!) / seconds]));
    return { served: rate('served'), asked: rate('asked') };
  } finally {
    await workers.stop(1_000);
    await system.close();
    sites.disconnect();
  }
}

const alone = await measure(fast);
const beside = await measure([...fast, ...slow]);
const sum = (of: Counts) => fast.reduce((all, id) => all + of.served[id]!, 0);
const cell = (n: number | undefined) => (n === undefined ? '–' : n.toFixed(1));
console.log(`pages per second over ${seconds} s, fast hosts asked every ${delayMs} ms\n`);
console.log('| host | alone | beside the slow ones |\n| --- | --- | --- |');
for (const id of [...fast, ...slow])
  console.log(`| ${id} | ${cell(alone.served[id])} | ${cell(beside.served[id])} |`);
console.log(`| fast hosts together | ${cell(sum(alone))} | ${cell(sum(beside))} |`);
console.log(
  `\nThe fast hosts lose ${(100 * (1 - sum(beside) / sum(alone))).toFixed(1)} % beside the slow ones.`,
);
