import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commit, DocumentStore } from '../document-store.ts';
import { StoreBusyError } from '../errors.ts';
import { FigureCheck } from '../figures/keep.ts';
import { removeDropped } from '../maintenance/dropped.ts';
import { textId } from '../search/text.ts';
import { openStore, storeOver } from '../store.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ExtractionRow } from '../tables/rows.ts';
import { databases } from '../testing/databases.ts';
import { Interleaving, randomFrom } from '../testing/interleave.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';
import { statedAndFound } from '../testing/stated.ts';
import { contentHash } from './content.ts';
import { isAfter } from './head.ts';

const SEED = 8;
/** Of an access: a commit in the order of writes has some thirty of them, one in a transaction one. */
const KILL_RATE = { order: 0.06, transaction: 0.25 };

const ways = databases().flatMap((database) => [
  { ...database, way: 'order' as const },
  { ...database, way: 'transaction' as const },
]);

/** One round: two pages, crawled and reprocessed at once by three workers that die now and then, under the eyes of a reader. */
interface Round {
  pages: string[];
  region: string;
  run: string;
  live: Commit[];
  shadows: Commit[];
  /** a crawl that finds what the reprocess has found of the first page, and is not delivered before the run is decided */
  late: Commit;
}

function makeRound(random: () => number, round: number): Round {
  const pages = [`http://example.com/${round}/a`, `http://example.com/${round}/b`];
  const run = `rp-${round}`;
  const region = String(100_000 + round);
  const value = () => 1 + Math.floor(random() * 4);
  const reports = (): SampleReport[] =>
    Array.from({ length: random() < 0.7 ? 1 : 2 }, () => ({
      region: { name: `R${round}`, adcode: region },
      figures: Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({ value: value() })),
    }));
  const live = Array.from({ length: 4 }, (_, i) =>
    sampleCommit(pages[i % 2]!, reports(), {
      time: 10 + Math.floor(random() * 3),
      extra: random() < 0.3 ? 'more' : '',
    }),
  );
  if (random() < 0.5) live.push(live[Math.floor(random() * live.length)]!);
  // A reprocess reads the newest snapshot of each page again: as new as the newest crawl, and later than most.
  const found = pages.map(reports);
  const shadows = pages.map((page, i) =>
    sampleCommit(page, found[i]!, { time: 12, parser: '2.0.0+b', run, shadow: true }),
  );
  const late = sampleCommit(pages[0]!, found[0]!, { time: random() < 0.5 ? 11 : 13 });
  return { pages, region, run, live, shadows, late };
}

describe.each(ways)('durability: $kind, by $way', ({ kind, missing, fresh, way }) => {
  let store: DocumentStore;
  beforeAll(async () => {
    if (!missing) store = await openStore(fresh());
  });
  afterAll(() => store?.close());
  let told = 0;
  let removed = 0;
  const rounds = kind === 'embedded' ? { order: 200, transaction: 100 }[way] : 14;

  it.skipIf(missing)(
    `loses, doubles and shows nothing half in ${rounds} interleavings with killed workers`,
    async () => {
      const random = randomFrom(SEED);
      let kills = 0;
      let readings = 0;
      for (let number = 0; number < rounds; number++) {
        const round = makeRound(random, number);
        const course = new Interleaving(random, KILL_RATE[way]);
        const jobs = shuffled([...round.live, ...round.shadows], random);
        await course.run([
          ...[0, 1, 2].map(
            (i) => () =>
              workThrough(
                course,
                jobs.filter((_, j) => j % 3 === i),
                number,
              ),
          ),
          async () => {
            readings += await lookOn(course, round, number);
          },
        ]);
        // Delivered at least once: what a killed worker left behind is done again, and so is the promotion.
        for (const job of shuffled(jobs, random)) await deliver(job);
        const promoted = random() < 0.6;
        await decideWhileRead(course, round, promoted, number);
        if (promoted) await deliver(round.late);
        else await removeWhileRead(course, round, number);
        kills += course.kills;
        await checkOutcome(round, promoted, number);
        await checkFigures(round, number);
      }
      expect(kills).toBeGreaterThan(rounds / 2);
      expect(readings).toBeGreaterThan(rounds);
      expect(told).toBeGreaterThan(rounds / 4);
      expect(removed).toBeGreaterThan(rounds / 4);
    },
    240_000,
  );

  const storeOf = (course: Interleaving, mortal = true) =>
    storeOver(course.tables(store.tables, { mortal, transactions: way === 'transaction' }), Date.now);

  /** As the queue does it: a commit that finds what a killed worker left of a removed version takes it away, and is tried once more. */
  async function deliver(job: Commit): Promise<void> {
    await store.commit(job).catch(async (error: unknown) => {
      if (!(error instanceof StoreBusyError)) throw error;
      await store.commit(job);
    });
  }

  async function workThrough(course: Interleaving, jobs: Commit[], number: number): Promise<void> {
    const mine = storeOf(course);
    const again = (error: unknown) => {
      if (!(error instanceof StoreBusyError)) throw error;
    };
    for (const job of jobs) await mine.commit(job).catch(again).catch(rethrow(number));
  }

  async function decideWhileRead(
    course: Interleaving,
    round: Round,
    promoted: boolean,
    number: number,
  ): Promise<void> {
    const changes = await outlook(round);
    await course.run([
      async () => {
        const mine = storeOf(course);
        if (promoted) await mine.promote(round.run, 'test').catch(rethrow(number));
        else await mine.drop(round.run, 'test').catch(rethrow(number));
      },
      () => workThrough(course, round.live.slice(0, 1), number),
      async () => void (await lookOn(course, round, number, changes)),
    ]);
    if (promoted) await store.promote(round.run, 'test');
    else await store.drop(round.run, 'test');
  }

  /** Retention takes the rows of the dropped run while its messages and those of the crawl come once more. */
  async function removeWhileRead(course: Interleaving, round: Round, number: number): Promise<void> {
    const read = async (key: string) =>
      [...round.live, ...round.shadows, round.late].find((job) => job.extractionKey === key)?.extraction ??
      null;
    const remove = (tables: Tables) => removeDropped(tables, read, { dryRun: false });
    await course.run([
      async () => void (await remove(course.tables(store.tables)).catch(rethrow(number))),
      () => workThrough(course, [round.late, ...round.live.slice(0, 1)], number),
      () => workThrough(course, [...round.shadows, round.late], number),
      async () => void (await lookOn(course, round, number)),
    ]);
    // A killed commit may have left rows under a number that was removed meanwhile: its message comes again and takes them away.
    const again = [round.late, ...round.live.slice(0, 1)];
    for (const job of again) await deliver(job);
    await remove(store.tables);
    for (const job of again) await deliver(job);
    for (const page of round.pages)
      for (const { gone } of await store.tables.documents.find({ page: { eq: page } }))
        removed += gone?.length ?? 0;
  }

  /** Reads while others write. Every document is seen in one whole version; of a promoted run, all documents or none. */
  async function lookOn(
    course: Interleaving,
    round: Round,
    number: number,
    changes = new Map<string, { old: number; fresh: number }>(),
  ): Promise<number> {
    const mine = storeOf(course, false);
    for (let i = 0; i < 4; i++) {
      const { rows } = await mine.observations({ region: round.region }).catch(rethrow(number));
      const words = new Set<boolean>();
      for (const id of new Set(rows.map((row) => row.document))) {
        const seen = rows.filter((row) => row.document === id);
        const n = seen[0]!.n;
        expect(new Set(seen.map((row) => row.n)), `round ${number}: one version of ${id}`).toEqual(
          new Set([n]),
        );
        const version = await store.tables.versions.get(`${id}.${n}`);
        expect(seen.length, `round ${number}: the whole of ${id}.${n}`).toBe(version?.count);
        const change = changes.get(id);
        if (change) expect([change.old, change.fresh]).toContain(n);
        if (change) words.add(n === change.fresh);
      }
      expect(words.size, `round ${number}: all or nothing`).toBeLessThan(2);
      if (words.size) told++;
    }
    return 4;
  }

  /** What each document of the round shows before its run is decided, and what it would show after. */
  async function outlook(round: Round): Promise<Map<string, { old: number; fresh: number }>> {
    const result = new Map<string, { old: number; fresh: number }>();
    for (const page of round.pages)
      for (const { id, head, shadows } of await store.tables.documents.find({ page: { eq: page } })) {
        const shadow = shadows.find((pointer) => pointer.run === round.run);
        if (
          head &&
          shadow &&
          isAfter(shadow, head) &&
          !head.retired &&
          !shadow.retired &&
          head.n !== shadow.n
        )
          result.set(id, { old: head.n, fresh: shadow.n });
      }
    return result;
  }

  /** The figures that were kept are those that are computed from scratch. */
  async function checkFigures(round: Round, number: number): Promise<void> {
    const faults: string[] = [];
    const check = new FigureCheck(store.tables, (_kind, where, what) => faults.push(`${where}: ${what}`));
    for (const page of round.pages)
      for (const document of await store.tables.documents.find({ page: { eq: page } }))
        await check.document(document);
    for (const row of await store.tables.figures.find({ id: { prefix: round.region } }))
      await check.figure(row);
    check.end();
    expect(faults, `round ${number}: figures`).toEqual([]);
  }

  async function checkOutcome(round: Round, promoted: boolean, number: number): Promise<void> {
    const jobs = [...round.live, ...round.shadows, round.late];
    for (const page of round.pages) {
      const rows = await store.tables.extractions.find({ page: { eq: page } });
      const counted = rows.filter((row) => !row.shadow || promoted);
      const newest = counted.reduce((a, b) => (later(b, a) ? b : a));
      for (const document of await store.tables.documents.find({ page: { eq: page } })) {
        const about = `round ${number}, document ${page} ${document.ordinal}`;
        const versions = await store.tables.versions.find({ document: { eq: document.id } }, { by: 'n' });
        const kept = promoted ? jobs : [...round.live, round.late];
        const wanted = contentsOf(kept, page, document.ordinal);
        expect(versions.map((v) => `${v.article} ${v.content}`).sort(), `${about}: versions`).toEqual(
          [...wanted].sort(),
        );
        const numbers = [...versions.map((v) => v.n), ...(document.gone ?? [])].sort((a, b) => a - b);
        expect(numbers, `${about}: numbers`).toEqual(numbers.map((_, i) => i + 1));
        const head = versions.find(({ n }) => n === document.head?.n);
        for (const { n, count } of versions)
          expect(
            await statedAndFound(store.tables, document.id, n),
            `${about}: observations of ${n}`,
          ).toEqual([count, count]);
        expect(document.shadows, `${about}: settled`).toEqual([]);
        const should = counted.some((row) => row.ordinals.includes(document.ordinal));
        expect(document.head !== null, `${about}: head`).toBe(should);
        if (!document.head) continue;
        expect(document.head.retired, `${about}: retired`).toBe(!newest.ordinals.includes(document.ordinal));
        if (!document.head.retired)
          expect(head?.content, `${about}: newest`).toBe(contentOf(jobs, newest, document.ordinal));
        expect(await store.tables.texts.get(textId(head!)), `${about}: searched text`).not.toBeNull();
        const { rows: seen } = await store.observations({ document: document.id });
        expect(seen.length, `${about}: visible`).toBe(document.head.retired ? 0 : head!.count);
      }
    }
  }
});

const later = (a: ExtractionRow, b: ExtractionRow) =>
  a.time > b.time || (a.time === b.time && a.rank > b.rank);

const contentsOf = (jobs: Commit[], page: string, ordinal: number) =>
  new Set(
    jobs
      .filter((job) => job.page === page)
      .flatMap((job) =>
        job.extraction.reports
          .filter((r) => r.ordinal === ordinal)
          .map((r) => `${job.articleKey} ${contentHash(r)}`),
      ),
  );

const contentOf = (jobs: Commit[], row: ExtractionRow, ordinal: number) => {
  const job = jobs.find((j) => j.extractionKey === row.extraction && j.articleKey === row.article);
  return contentHash(job!.extraction.reports.find((r) => r.ordinal === ordinal)!);
};

const rethrow = (number: number) => (error: unknown) => {
  if (error instanceof Error) error.message = `round ${number}: ${error.message}`;
  throw error;
};

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
