import type { SourceCheck } from '@zhibiao/runtime/check-source';
import { withProducer } from '@zhibiao/runtime/queues';
import { findRedisUrl } from '@zhibiao/runtime/redis';
import type { Terminal } from '@zhibiao/runtime/terminal';
import type { Config } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

/** Makes the schedules equal to the sources, where a Redis runs. */
export async function setSchedules(
  settings: Config,
  store: DocumentStore,
  terminal: Terminal,
): Promise<void> {
  if (!reachable(() => findRedisUrl(settings))) {
    terminal.say('No Redis runs here: the schedules are set when `zhibiao up` starts.');
    return;
  }
  await withProducer(settings, async (producer) => {
    const { reconcileSchedules } = await import('@zhibiao/shared/queues');
    const { written, removed } = await reconcileSchedules(producer, await store.listSources(), Date.now());
    terminal.say(`schedules: ${written.length} set, ${removed.length} removed.`);
  });
}

/** What would be followed, and why not the rest. */
/** What to change in a source that leaves out what is wanted; other reasons are the crawler's own. */
const hints: Readonly<Partial<Record<SourceCheck['leftOut'][number]['reason'], string>>> = {
  title: 'The text of the link does not match `title`. Widen the pattern where such links are wanted.',
  'not-included': 'No pattern of `include` matches the address. Add one where such pages are wanted.',
  excluded: 'A pattern of `exclude` matches the address.',
  'no-article':
    'Nothing tells that it leads to a text. Name such addresses in `include`, or such links in `title`.',
  'other-site': 'Another site. Give it a source of its own.',
  'outside-section': 'A list in another part of the site. Add its address to `start` where it is wanted.',
  depth: 'More links away from a start page than `maxDepth` allows.',
  budget: 'More pages than `maxPages` allows in one run.',
};

export function printCheck(id: string, check: SourceCheck, terminal: Terminal): void {
  terminal.print(`${id} ${check.url}: ${check.role}\n`);
  for (const { url, title } of check.articles) terminal.print(`  article  ${title}  ${url}\n`);
  for (const { url, title } of check.lists) terminal.print(`  list     ${title}  ${url}\n`);
  for (const { url, title, reason } of check.leftOut)
    terminal.print(`  left out (${reason})  ${title}  ${url}\n`);
  for (const reason of new Set(check.leftOut.map((link) => link.reason))) {
    const hint = hints[reason];
    if (hint !== undefined) terminal.print(`  hint (${reason})  ${hint}\n`);
  }
}

function reachable(find: () => string): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}
