/** A connection to Redis, as far as it is asked here. */
interface Redis {
  info(section: string): Promise<string>;
}

/** What Redis was asked to do. A script counts as one; what it calls counts as commands. */
export interface Commands {
  readonly scripts: number;
  /** those of scripts included */
  readonly commands: number;
}

/** Counts the commands of a Redis from now on. @returns counts them up to the moment of the call */
export async function watchCommands(redis: Redis): Promise<() => Promise<Commands>> {
  const before = await readCounts(redis);
  return async () => {
    const asked = await readCounts(redis);
    const more = (name: string) => (asked.get(name) ?? 0) - (before.get(name) ?? 0);
    return {
      scripts: more('eval') + more('evalsha'),
      commands: [...asked.keys()].reduce((sum, name) => sum + more(name), 0),
    };
  };
}

async function readCounts(redis: Redis): Promise<Map<string, number>> {
  const stats = await redis.info('commandstats');
  const lines = stats.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm);
  return new Map([...lines].map(([, name = '', calls]) => [name, Number(calls)]));
}
