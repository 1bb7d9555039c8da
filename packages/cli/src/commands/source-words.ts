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
export function printCheck(id: string, check: SourceCheck, terminal: Terminal): void {
  terminal.print(`${id} ${check.url}: ${check.role}\n`);
  for (const { url, title } of check.articles) terminal.print(`  article  ${title}  ${url}\n`);
  for (const { url, title } of check.lists) terminal.print(`  list     ${title}  ${url}\n`);
  for (const { url, title, reason } of check.leftOut)
    terminal.print(`  left out (${reason})  ${title}  ${url}\n`);
}

function reachable(find: () => string): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}
