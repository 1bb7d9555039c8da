import type { Commit } from '../document-store.ts';
import { sampleCommit } from './sample.ts';

/** Five pages in four states each; the last state has one report less. */
export function sampleRound(): Commit[] {
  return [0, 1, 2, 3, 4].flatMap((page) =>
    [1, 2, 3, 4].map((state) => {
      const figures = Array.from({ length: 20 }, (_, i) => ({ value: state * 100 + i, code: `C${i}` }));
      const reports = state === 4 ? [{ figures }] : [{ figures }, { figures: figures.slice(0, 3) }];
      return sampleCommit(`http://example.com/${page}`, reports, { time: state * 1_000 });
    }),
  );
}
