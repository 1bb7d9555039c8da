import type { DocumentStore } from '../../packages/store/src/document-store.ts';

/** Codes that the made-up reports of `sample.ts` have: one in five of their indicators has none, and an unknown code is refused. */
const codeAt = (i: number): string => `code_${((1 + (i % 8) * 5 + (i % 4)) * 7) % 120}`;

const questions: Record<string, (store: DocumentStore, i: number) => Promise<unknown>> = {
  'region + sub-regions': (s) => s.observations({ region: '320000' }),
  'code in a region': (s, i) => s.observations({ region: `${11 + (i % 31)}0000`, code: codeAt(i) }),
  'code, any region': (s, i) => s.observations({ code: codeAt(i) }),
  year: (s, i) => s.observations({ year: 2006 + (i % 18) }),
  source: (s, i) => s.observations({ source: `source-${i % 40}` }),
  'flag, confidence': (s) => s.observations({ flags: ['share-inconsistent'], minConfidence: 0.5 }),
  'as of a time': (s) => s.observations({ asOf: Date.now(), code: 'code_7', limit: 20 }),
  'list of documents': (s, i) => s.documents({ year: 2006 + (i % 18) }),
  'one document': (s, i) =>
    s.documents({ limit: 1, source: `source-${i % 40}` }).then(({ rows }) => s.document(rows[0]!.document)),
  'series of a region': (s, i) => s.seriesLines({ region: '320000', code: codeAt(i) }),
};

/** @returns one cell per question: median and 95th percentile in milliseconds */
export async function measureReads(store: DocumentStore): Promise<string[]> {
  const cells: string[] = [];
  for (const ask of Object.values(questions)) {
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const start = performance.now();
      await ask(store, i);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    cells.push(`${times[10]!.toFixed(1)} (${times[18]!.toFixed(1)})`);
  }
  return cells;
}
measureReads.names = Object.keys(questions);
