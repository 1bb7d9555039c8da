import { type HostState, readHostState } from '@zhibiao/crawler/politeness';
import type { Run } from '@zhibiao/shared';
import { type HostNote, readRunHosts } from '@zhibiao/shared/queues';
import { clockOf, type RunDeps } from './deps.ts';

/** How a host of a run stands with all runs, and what the requests of this run to it came to. */
export interface RunHost extends HostState {
  /** null before the first request has ended */
  readonly note: HostNote | null;
}

/** So many hosts are looked up at once. */
const most = 50;

/** The hosts of a run: those with failures first, then the busiest; those that it has only been told to begin with last. */
export async function hostsOfRun(deps: RunDeps, run: Run): Promise<RunHost[]> {
  const { redis, prefix } = deps.producer;
  const notes = new Map((await readRunHosts(redis, prefix, run.id)).map((note) => [note.host, note]));
  const names = [...new Set([...notes.keys(), ...(await startingHosts(deps, run))])];
  const now = clockOf(deps);
  return Promise.all(
    names.slice(0, most).map(async (host) => ({
      ...(await readHostState(redis, prefix, host, now)),
      note: notes.get(host) ?? null,
    })),
  );
}

/** Where a crawl begins. */
async function startingHosts({ store }: RunDeps, { type, selection }: Run): Promise<string[]> {
  if (type !== 'crawl') return [];
  const named = (key: string) => (Array.isArray(selection[key]) ? (selection[key] as unknown[]) : []);
  const sources = await Promise.all(
    named('sources')
      .slice(0, most)
      .map((id) => store.getSource(String(id))),
  );
  const urls = [...sources.flatMap((source) => source?.start ?? []), ...named('urls').slice(0, most)];
  return urls.flatMap((url) => (URL.canParse(String(url)) ? [new URL(String(url)).host] : []));
}
