import type { HandlerDeps } from '../route.ts';
import { readSchedules } from './queues.ts';
import { provinces } from './regions.ts';
import { listRuns, type RunWithProgress } from './runs.ts';

export interface Home {
  readonly reports: number;
  readonly regions: number;
  readonly figures: number;
  readonly indicators: number;
  /** how many current reports lie in each province, by its code */
  readonly byProvince: ReadonlyMap<string, number>;
  /** how many of each wait for a person; a `+` where there are more than were counted */
  readonly needs: {
    readonly failures: string;
    readonly conflicts: string;
    readonly shadows: string;
    readonly late: string;
    /** of claims that have changed since */
    readonly reviews: string;
  };
  /** those at work first, then the newest */
  readonly runs: readonly RunWithProgress[];
}

const most = 100;
const counted = (n: number) => (n >= most ? `${most}+` : String(n));

/** What the first page shows: counts along indexes, and the first rows of what is open. */
export async function readHome(deps: HandlerDeps): Promise<Home> {
  const { store, producer, now = Date.now } = deps;
  const { versions, figures, places, terms } = store.tables;
  const current = { current: { eq: true } } as const;
  const [reports, regions, count, indicators, byProvince, failures, conflicts, runs, schedules, reviews] =
    await Promise.all([
      versions.count(current),
      places.count({}),
      figures.count({}),
      terms.count({}),
      Promise.all(
        provinces().map(async ({ adcode }) => {
          const prefix = adcode.slice(0, 2);
          return [adcode, await versions.count({ ...current, order: { prefix } })] as const;
        }),
      ),
      store.listQuarantine({ resolved: false, limit: most }),
      store.copyList({ conflicts: true, limit: most }),
      listRuns(deps, 30),
      readSchedules(producer, now()),
      store.reviews({ limit: 500 }).then((found) => store.reviewStandings(found)),
    ]);
  const shadows = runs.filter(({ type, state }) => type === 'reprocess' && state === 'done').length;
  const late = [...(schedules?.values() ?? [])].filter((schedule) => schedule.late).length;
  const atWork = runs.filter(({ state }) => state === 'running');
  return {
    reports,
    regions,
    figures: count,
    indicators,
    byProvince: new Map(byProvince),
    needs: {
      failures: counted(failures.length),
      conflicts: counted(conflicts.rows.length),
      shadows: counted(shadows),
      late: counted(late),
      reviews: counted(reviews.filter(({ state }) => state !== 'holds').length),
    },
    runs: [...atWork, ...runs.filter((run) => !atWork.includes(run))].slice(0, 5),
  };
}
