import type { DocumentStore } from '@zhibiao/store';
import type { Terminal } from './terminal.ts';

/** Names what a run has put into the quarantine, which makes the command's exit code 1. */
export async function tellFailures(store: DocumentStore, run: string, terminal: Terminal): Promise<void> {
  for (const { input, error, reason } of await store.listQuarantine({ run, resolved: false }))
    terminal.fail(`${input}: ${error}: ${reason}`);
}
