import { readRunning } from '@zhibiao/runtime/running';
import { openStores } from '@zhibiao/runtime/stores';
import { type Config, nameFault, withoutPassword } from '@zhibiao/shared';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  /** what to do about it */
  readonly fix?: string;
}

/** `doctor`: what is reachable and what is missing, each with how to fix it. Exit code 1 when something needed is missing. */
export const doctorCommand: Commands = (program, config, terminal) => {
  program
    .command('doctor')
    .addOption(formats('text', 'json'))
    .action(async (options: { format: string }) => {
      const settings = config();
      const findings = [node(), ...(await redis(settings)), await stores(settings), await chromium(settings)];
      if (options.format === 'json') terminal.out(`${JSON.stringify(findings)}\n`);
      else {
        for (const { ok, what, says, fix } of findings) {
          terminal.print(`${ok ? '✔' : '✘'} ${what}: ${says}${ok || !fix ? '' : `\n    ${fix}`}\n`);
        }
      }
      for (const finding of findings)
        if (!finding.ok && finding.what !== 'Chromium') terminal.fail(`missing: ${finding.what}`);
    });
};

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: 'Node.js', ok, says: process.versions.node, fix: 'Install Node.js 20.19 or newer.' };
}

async function redis(config: Config): Promise<Finding[]> {
  const running = readRunning(config.dataDir);
  const url = config.redisUrl ?? running?.redisUrl;
  const up: Finding = running
    ? { what: 'up', ok: true, says: `runs (process ${running.pid}), console ${running.console}` }
    : {
        what: 'up',
        ok: config.redisUrl !== undefined,
        says: 'does not run here',
        fix: 'Start it with `npx zhibiao up`.',
      };
  if (!url) return [up];
  try {
    const { version, policy, status } = await askRedis(url, config.queuePrefix);
    const stuck = status.filter((q) => (q.oldestWaitingMs ?? 0) > 600_000 && !q.paused);
    const idle = status.filter((q) => q.workers === 0);
    return [
      up,
      { what: 'Redis', ok: true, says: `${version} at ${withoutPassword(url)}` },
      {
        what: 'Redis eviction',
        ok: policy === 'noeviction',
        says: `maxmemory-policy ${policy}`,
        fix: 'Set maxmemory-policy to noeviction: any other may drop jobs.',
      },
      {
        what: 'workers',
        ok: idle.length === 0 && stuck.length === 0,
        says: status.map((q) => `${q.queue} ${q.workers}`).join(', '),
        fix:
          stuck.length > 0
            ? `Jobs of ${stuck.map((q) => q.queue)} wait for over 10 minutes: restart the workers.`
            : 'Start `npx zhibiao up` or `zhibiao work`.',
      },
    ];
  } catch (error) {
    return [
      up,
      {
        what: 'Redis',
        ok: false,
        says: nameFault(error as Error).message,
        fix: 'Start Redis or correct REDIS_URL.',
      },
    ];
  }
}

/** @throws RedisUnavailableError, and what Redis says where it is full */
async function askRedis(url: string, prefix: string) {
  const { connectProducer, Producer, queueStatus } = await import('@zhibiao/shared/queues');
  const connection = await connectProducer(url);
  const producer = new Producer(connection, prefix);
  try {
    // One that is full answers all questions, and takes no job.
    await connection.set(`${prefix}:asked`, 1, 'PX', 60_000);
    const version = /redis_version:(\S+)/.exec(await connection.info('server'))?.[1] ?? 'unknown';
    const policy = ((await connection.config('GET', 'maxmemory-policy')) as string[])[1];
    return { version, policy, status: await queueStatus(producer) };
  } finally {
    await producer.close();
    connection.disconnect();
  }
}

async function stores(config: Config): Promise<Finding> {
  try {
    const opened = await openStores(config);
    await opened.close();
    return {
      what: 'store',
      ok: true,
      says: `${withoutPassword(config.store)}, archive ${withoutPassword(config.archive)}`,
    };
  } catch (error) {
    return {
      what: 'store',
      ok: false,
      says: (error as Error).message,
      fix: 'Correct ZHIBIAO_STORE / MONGODB_URL.',
    };
  }
}

async function chromium(config: Config): Promise<Finding> {
  const { findChromium } = await import('@zhibiao/crawler/browser');
  const path = findChromium(config.chromium);
  return {
    what: 'Chromium',
    ok: path !== null,
    says: path ?? 'none found; pages that need a browser will be quarantined',
    fix: 'Install chromium (Debian: apt-get install chromium), or set ZHIBIAO_CHROMIUM.',
  };
}
