import { mostCounted, type VersionRow } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';
import { counted as countedTo } from '../view/format.ts';
import { readSchedules } from './queues.ts';
import { provinces } from './regions.ts';
import { headsOf } from './reports.ts';
import { listRuns, type RunWithProgress, withProgress } from './runs.ts';
import { troublesOf } from './source-troubles.ts';

export interface Home {
  readonly reports: number;
  readonly regions: number;
  /** the first and the last in which a report was delivered */
  readonly years: readonly [number, number] | null;
  readonly figures: number;
  /** how many current reports lie in each province, by its code */
  readonly byProvince: ReadonlyMap<string, number>;
  /** what readers have begun to see last */
  readonly latest: readonly VersionRow[];
  /** how many of each wait for a person; a `+` where there are more than were counted */
  readonly needs: {
    readonly failures: string;
    readonly conflicts: string;
    readonly shadows: string;
    readonly late: string;
    /** whose last crawl failed, or left much unread */
    readonly sources: string;
    /** of claims that have changed since */
    readonly reviews: string;
  };
  /** those at work first, then the newest */
  readonly runs: readonly RunWithProgress[];
}

const most = 100;
const mostLatest = 8;
const mostRuns = 5;
/** So many of the last runs are looked through for what waits. */
const mostLooked = 500;
const counted = (n: number) => (n >= most ? `${most}+` : String(n));

/** What the first page shows: counts along indexes, and the first rows of what is open. */
export async function readHome(deps: HandlerDeps): Promise<Home> {
  const { store } = deps;
  const { figures, places } = store.tables;
  const [reports, regions, count, years, byProvince, latest, needs, last, working] = await Promise.all([
    store.documentCount(),
    places.count({}),
    figures.count({}),
    yearsOf(store),
    Promise.all(
      provinces().map(
        async ({ adcode: region }) => [region, (await store.documentCount({ region })) ?? 0] as const,
      ),
    ),
    latestReports(store),
    readNeeds(deps),
    listRuns(deps, mostRuns),
    store.runsIn('running'),
  ]);
  const atWork = await Promise.all(working.map((run) => withProgress(deps.producer, run)));
  return {
    reports: reports ?? 0,
    regions,
    years,
    figures: count,
    byProvince: new Map(byProvince),
    latest,
    needs,
    runs: [...atWork.reverse(), ...last.filter(({ state }) => state !== 'running')].slice(0, mostRuns),
  };
}

async function readNeeds({ store, producer, now = Date.now }: HandlerDeps) {
  const [failures, conflicts, schedules, sources, runs, reviews] = await Promise.all([
    store.listQuarantine({ resolved: false, limit: most }),
    store.copyCount({ conflicts: true }),
    readSchedules(producer, now()),
    store.listSources(),
    store.listRuns(mostLooked),
    store.reviews({ limit: 500 }).then((found) => store.reviewStandings(found)),
  ]);
  return {
    failures: counted(failures.length),
    conflicts: countedTo(conflicts ?? 0, mostCounted),
    shadows: counted(runs.filter(({ type, state }) => type === 'reprocess' && state === 'done').length),
    sources: counted(troublesOf(runs, sources).size),
    late: counted([...(schedules?.values() ?? [])].filter((schedule) => schedule.late).length),
    reviews: counted(reviews.filter(({ state }) => state !== 'holds').length),
  };
}

type Store = HandlerDeps['store'];

async function yearsOf({ tables }: Store): Promise<[number, number] | null> {
  const filter = { 'report.year': { gt: 0 } };
  const by = 'report.year';
  const [[first], [last]] = (await Promise.all(
    [false, true].map((descending) => tables.versions.find(filter, { by, descending, limit: 1 })),
  )) as [VersionRow[], VersionRow[]];
  return first?.report.year && last?.report.year ? [first.report.year, last.report.year] : null;
}

/** The reports that moved last: new ones, and those that say something else now. */
async function latestReports({ tables }: Store): Promise<VersionRow[]> {
  const moved = await tables.documents.find(
    { movedAt: { gt: 0 } },
    { by: 'movedAt', descending: true, limit: mostLatest },
  );
  const versions = await headsOf(tables, moved);
  return moved.flatMap(({ id }) => versions.get(id) ?? []);
}
