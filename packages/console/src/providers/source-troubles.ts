import { hasDrifted, sourceOf } from '@zhibiao/runtime/drift';
import type { Run, Source } from '@zhibiao/shared';

/** What the last crawl of a source says of it: `failed` brought nothing, `drifted` left a third of the pages unread. */
export interface Trouble {
  readonly what: 'failed' | 'drifted';
  readonly run: Run;
}

/**
 * The sources whose last crawl needs a person, by id.
 * @param runs newest first @param sources those that are disabled are left out
 */
export function troublesOf(
  runs: readonly Run[],
  sources: readonly Pick<Source, 'id' | 'enabled'>[],
): ReadonlyMap<string, Trouble> {
  const looked = new Map(sources.map(({ id, enabled }) => [id, !enabled]));
  const troubles = new Map<string, Trouble>();
  for (const run of runs) {
    const source = run.state === 'done' || run.state === 'failed' ? sourceOf(run) : null;
    if (source === null || looked.get(source) !== false) continue;
    looked.set(source, true);
    const what = run.state === 'failed' ? 'failed' : hasDrifted(run) ? 'drifted' : null;
    if (what) troubles.set(source, { what, run });
  }
  return troubles;
}
