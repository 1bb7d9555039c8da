import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pick, randomFrom } from '../random.ts';
import { type Event, type Kind, type Plan, shuffled } from './events.ts';
import { embeddedIn, redisIn, replicaSet, type Service, smallDisk } from './services.ts';
import { startSite } from './site.ts';
import { type ChaosSystem, openSystem, type Result } from './system.ts';

export interface ChaosOptions {
  readonly pages: number;
  readonly seed: number;
  readonly store: 'embedded' | 'mongodb';
  readonly plan: Plan;
  /** a page that hangs whoever reads it is crawled along */
  readonly hangs: boolean;
  readonly say: (line: string) => void;
}

export interface ChaosReport {
  /** time from an event's end until the next job was done, milliseconds */
  readonly resumed: ReadonlyMap<Kind, readonly number[]>;
  readonly skipped: readonly string[];
  readonly seconds: { readonly undisturbed: number; readonly disturbed: number };
  readonly state: string;
  readonly lost: { readonly versions: number; readonly observations: number };
  readonly doubled: { readonly versions: number; readonly observations: number };
  readonly quarantined: readonly string[];
  readonly versions: number;
  readonly observations: number;
}

/** How long a run may take once nothing disturbs it any more, milliseconds: on a busy machine a page takes half a second. */
const endMs = (pages: number) => 300_000 + pages * 500;
const megabytes = 512;

/** Crawls the same site twice, undisturbed and disturbed, and compares what is left. @throws Error where a run does not end */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, plan, say } = options;
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-chaos-'));
  const site = await startSite(options.pages);
  const skipped: string[] = [];
  try {
    const calm = await crawl(options.hangs, join(dir, 'calm'), async () => new Map());
    say(`undisturbed: ${calm.result.versions.length} versions in ${calm.seconds} s`);
    const wild = await crawl(options.hangs, join(dir, 'wild'), disturb);
    const doubled = <T>(of: readonly T[]) => of.length - new Set(of).size;
    const extra = (has: readonly string[], wanted: readonly string[]) => {
      const known = new Set(wanted);
      return has.filter((one) => !known.has(one)).length;
    };
    const { result } = wild;
    const ofWild = (key: 'versions' | 'observations') => ({
      lost: extra(calm.result[key], result[key]),
      doubled: extra(result[key], calm.result[key]) + doubled(result[key]),
    });
    const [versions, observations] = [ofWild('versions'), ofWild('observations')];
    return {
      resumed: wild.resumed,
      skipped,
      seconds: { undisturbed: calm.seconds, disturbed: wild.seconds },
      state: result.run.state,
      lost: { versions: versions.lost, observations: observations.lost },
      doubled: { versions: versions.doubled, observations: observations.doubled },
      quarantined: result.quarantined,
      versions: result.versions.length,
      observations: result.observations.length,
    };
  } finally {
    site.close();
    await rm(dir, { recursive: true, force: true });
  }

  type Scene = Awaited<ReturnType<typeof openScene>>;

  async function openScene(folder: string) {
    const disk = plan['disk full'].times > 0 ? smallDisk(folder, megabytes) : null;
    const redis = await redisIn(join(folder, 'redis'));
    const mongo = options.store === 'mongodb' ? await replicaSet() : null;
    const store = mongo ?? embeddedIn(join(folder, 'store'));
    return { disk, redis, store, mongo };
  }

  async function crawl(
    hangs: boolean,
    folder: string,
    during: (scene: Scene, system: ChaosSystem) => Promise<Map<Kind, number[]>>,
  ) {
    const isCalm = folder.endsWith('calm');
    const scene = await openScene(folder);
    const begun = Date.now();
    let system: ChaosSystem | null = null;
    try {
      await sleep(300);
      system = await openSystem({
        dir: folder,
        site,
        redisUrl: scene.redis.url,
        storeUrl: scene.store.url,
        hangs: hangs && !isCalm,
        politeness: isCalm ? hurry : paceFor(plan, options.pages),
      });
      const resumed = await during(scene, system);
      const limitMs = endMs(options.pages);
      const result: Result | null = await system.ended(limitMs);
      if (!result)
        throw new Error(
          `The run has not ended ${limitMs / 1_000} s after the last disturbance.\n${(await system.open()).join('\n')}`,
        );
      return { result, resumed, seconds: Math.round((Date.now() - begun) / 1_000) };
    } finally {
      await system?.stop();
      await scene.redis.stop();
      await scene.store.stop();
      scene.disk?.unmount();
    }
  }

  async function disturb(scene: Scene, system: ChaosSystem): Promise<Map<Kind, number[]>> {
    const random = randomFrom(seed);
    const resumed = new Map<Kind, number[]>();
    const events = shuffled(plan, random).filter(({ kind }) => {
      const why = missing(kind, scene);
      if (why && !skipped.includes(why)) skipped.push(why);
      return why === null;
    });
    while (((await system.progress())?.done ?? 0) < 3) await sleep(100);
    for (const [i, event] of events.entries()) {
      await sleep(200 + random() * 800);
      await strike(event, scene, system, () => pick(random, system.workers()));
      const ms = await untilWorkGoesOn(system);
      say(
        `${i + 1}/${events.length} ${event.kind}: ${ms === null ? 'no work was left' : `work went on after ${ms} ms`}`,
      );
      if (ms !== null) resumed.set(event.kind, [...(resumed.get(event.kind) ?? []), ms]);
    }
    return resumed;
  }
}

/** What an event costs beside its own time until the next one comes, milliseconds: a guess. */
const eventMs = 3_000;

const hurry = { delayMs: 0, concurrency: 8 };

/**
 * One request at a time, so that what a dead worker held holds the whole site, and so far apart that the pages last for
 * all disturbances.
 */
function paceFor(plan: Plan, pages: number): typeof hurry {
  const all = Object.values(plan).reduce((sum, { times, ms }) => sum + times * (ms + eventMs), 0);
  return { delayMs: Math.ceil(all / pages), concurrency: 1 };
}

function missing(kind: Kind, scene: { disk: unknown; mongo: unknown }): string | null {
  if (kind === 'disk full' && !scene.disk)
    return 'disk full: SKIPPED, no small disk can be mounted here (it takes root)';
  if (kind === 'primary killed' && !scene.mongo)
    return 'primary killed: not with the embedded store, which has no server';
  return null;
}

async function strike(
  { kind, ms }: Event,
  {
    redis,
    store,
    mongo,
    disk,
  }: {
    redis: Service;
    store: Service;
    mongo: Awaited<ReturnType<typeof replicaSet>> | null;
    disk: ReturnType<typeof smallDisk>;
  },
  system: ChaosSystem,
  worker: () => number,
): Promise<void> {
  const away = async (service: Service) => {
    service.kill();
    await sleep(ms);
    await service.start();
  };
  const frozen = async (service: Service) => {
    service.freeze();
    await sleep(ms);
    service.thaw();
  };
  switch (kind) {
    case 'worker killed':
      return void process.kill(worker(), 'SIGKILL');
    case 'keeper killed':
      return away(system.keeper);
    case 'primary killed': {
      const restart = await mongo!.killPrimary();
      await sleep(ms);
      return restart();
    }
    case 'Redis killed':
    case 'without Redis':
      await away(redis);
      return;
    case 'without the store':
      return away(store);
    case 'Redis frozen':
      return frozen(redis);
    case 'store frozen':
      return frozen(store);
    case 'disk full':
      disk!.fill();
      await sleep(ms);
      disk!.clear();
  }
}

/** @returns milliseconds until another job is done, at most a minute; null where there is no work left */
async function untilWorkGoesOn(system: ChaosSystem): Promise<number | null> {
  const begun = Date.now();
  let before: number | null = null;
  while (Date.now() - begun < 60_000) {
    const now = await system.progress();
    if (now?.open === 0) return null;
    before ??= now?.done ?? null;
    if (now && before !== null && now.done > before) break;
    await sleep(50);
  }
  return Date.now() - begun;
}
