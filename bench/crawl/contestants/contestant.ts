import type { Measured } from '../usage.ts';

/** What every contestant is told: where the site is and how large. */
export interface Task {
  readonly origin: string;
  /** path of the first list page */
  readonly start: string;
  /** lists and articles */
  readonly pages: number;
  /** where Zhibiao keeps store and archive */
  readonly store: 'embedded' | 'mongodb';
}

/** What a contestant tells the bench, in this order. */
export type Word =
  /** everything is started; these processes count as its own */
  | { readonly kind: 'ready'; readonly processes: readonly Measured[] }
  | {
      readonly kind: 'done';
      readonly ms: number;
      /** articles of which it has the text */
      readonly articles: number;
      readonly notes?: Readonly<Record<string, number>>;
    };

export const isArticle = (url: string) => url.includes('/content_');
export const isList = (url: string) => url.includes('/list_');

/** Runs a contestant as a process of the bench: says when it is ready, waits for the word, runs, reports. */
export async function compete(
  prepare: (task: Task) => Promise<{
    processes: readonly Measured[];
    /** @returns how many articles it has the text of, and further figures */
    run(): Promise<{ articles: number; notes?: Record<string, number> }>;
    close(): Promise<void>;
  }>,
): Promise<void> {
  const say = (word: Word) => process.send?.(word);
  const told = () => new Promise((resolve) => process.once('message', resolve));
  const { processes, run, close } = await prepare(JSON.parse(process.argv[2] ?? '') as Task);
  // A bench that is interrupted leaves nothing running.
  const gone = new Promise((resolve) => process.once('disconnect', resolve));
  const measured = async () => {
    const go = told();
    say({ kind: 'ready', processes });
    await go;
    const start = performance.now();
    const result = await run();
    // The bench reads the processes once more before they go.
    const end = told();
    say({ kind: 'done', ms: performance.now() - start, ...result });
    await end;
  };
  try {
    await Promise.race([measured(), gone]);
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}
