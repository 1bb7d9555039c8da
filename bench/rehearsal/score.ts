import type { Observation } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { lifeOf, shownOn } from '../../seeds/rehearsal/calendar.ts';
import type { Fact } from '../../seeds/rehearsal/facts.ts';
import type { RehearsedReport } from '../../seeds/rehearsal/report.ts';
import type { RehearsalSite } from '../../seeds/rehearsal/server.ts';

export interface SiteScore {
  readonly site: string;
  /** reports that could be read on some day */
  readonly reports: number;
  readonly found: number;
  /** reports of which the store holds more than one document */
  readonly doubled: number;
  /** documents that are none of the reports: walls, lists, notices */
  readonly strangers: number;
  readonly figures: number;
  readonly right: number;
  /** observations with a code that no report states so */
  readonly wrong: number;
  readonly requests: number;
  /** an article asked for again on the day on which it had been answered */
  readonly needless: number;
  /** most requests within a second */
  readonly busiestSecond: number;
  /** what is not as it should be, to be read by people */
  readonly notes: readonly string[];
}

/** What the store holds of a site after the last day, against how its pages were made. */
export async function scoreSite(
  store: DocumentStore,
  site: RehearsalSite,
  seed: number,
  lastDay: number,
): Promise<SiteScore> {
  const notes: string[] = [];
  const expected = site.numbers.flatMap((number) => {
    const shown = lastShown(seed, number, lastDay);
    return shown && !site.kind.hidden?.(shown) ? [shown] : [];
  });
  const documents = await documentsOf(store, `rehearsal-${site.kind.name}`);
  const score = { found: 0, doubled: 0, figures: 0, right: 0, wrong: 0 };
  for (const report of expected) {
    const own = documents.filter((d) => d.adcode === report.place.adcode && d.year === report.year);
    const [first] = own;
    score.figures += report.facts.length;
    if (!first) notes.push(`not found: ${report.title} at ${site.kind.path(report, false)}`);
    else score.found += 1;
    if (own.length > 1) score.doubled += 1;
    if (first) compare(report, first.observations, score, notes);
  }
  const known = new Set(expected.map((r) => `${r.place.adcode} ${r.year}`));
  const strangers = documents.filter((d) => !known.has(`${d.adcode} ${d.year}`));
  for (const { page, adcode, year } of strangers)
    notes.push(`no report of ours: ${page} (${adcode} ${year})`);
  return {
    site: site.kind.name,
    reports: expected.length,
    ...score,
    strangers: strangers.length,
    ...manners(site),
    notes,
  };
}

/** The report as it was last to be read: before its page vanished. */
function lastShown(seed: number, number: number, lastDay: number): RehearsedReport | null {
  const { gone } = lifeOf(seed, number);
  const day = gone !== null && gone <= lastDay ? gone - 1 : lastDay;
  return shownOn(seed, number, day)?.report ?? null;
}

interface Found {
  readonly page: string;
  readonly adcode: string | null;
  readonly year: number | null;
  readonly observations: readonly Observation[];
}

async function documentsOf(store: DocumentStore, source: string): Promise<Found[]> {
  const { rows } = await store.documents({ source, limit: 10_000 });
  return Promise.all(
    rows.map(async ({ document, n, page, report }) => {
      const rows = await store.observationsOf(document, n);
      return {
        page,
        adcode: report.region?.adcode ?? null,
        year: report.year,
        observations: rows.map((row) => row.observation),
      };
    }),
  );
}

function compare(
  report: RehearsedReport,
  observations: readonly Observation[],
  score: { right: number; wrong: number },
  notes: string[],
): void {
  const open = new Map<string, number>();
  for (const fact of report.facts) open.set(keyOf(fact, report), (open.get(keyOf(fact, report)) ?? 0) + 1);
  for (const o of observations) {
    if (o.indicator.code === null) continue;
    const year = o.period?.start === o.period?.end && !o.period?.from ? (o.period?.end ?? null) : null;
    const key = JSON.stringify([
      o.indicator.code,
      o.kind,
      o.measure,
      o.bound,
      o.value,
      o.unit,
      o.region.adcode,
      year,
    ]);
    const left = open.get(key) ?? 0;
    if (left > 0) {
      open.set(key, left - 1);
      score.right += 1;
    } else {
      score.wrong += 1;
      notes.push(`not stated: ${report.title} ${key} in ${o.sentence.text}`);
    }
  }
  for (const [key, left] of open) if (left > 0) notes.push(`missed: ${report.title} ${key}`);
}

const keyOf = (f: Fact, report: RehearsedReport): string =>
  JSON.stringify([
    f.code,
    f.kind,
    f.measure,
    f.bound,
    f.value,
    f.unit,
    report.place.adcode,
    f.kind === 'actual' ? report.year - 1 : report.year,
  ]);

function manners({ visits, kind }: RehearsalSite) {
  const answered = new Set<string>();
  let needless = 0;
  const lists = new Set([...kind.lists([]).keys(), '/robots.txt']);
  for (const { path, day, status, fault } of visits) {
    if (fault || status >= 400 || status === 302 || lists.has(path)) continue;
    const visit = `${day} ${path}`;
    if (answered.has(visit)) needless += 1;
    answered.add(visit);
  }
  // A redirect within a host is one request of the crawler's, however many the server sees.
  const begun = visits.filter((_, i) => !isRedirect(visits[i - 1]?.status)).map(({ at }) => at);
  const busiestSecond = begun.map((from, i) => begun.slice(i).filter((at) => at < from + 1_000).length);
  return { requests: visits.length, needless, busiestSecond: Math.max(0, ...busiestSecond) };
}

const isRedirect = (status: number | undefined): boolean =>
  status !== undefined && status >= 300 && status < 304;
