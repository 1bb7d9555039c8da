import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createProgress } from '@zhibiao/runtime/progress';
import { tellFailures } from '@zhibiao/runtime/quarantine';
import { withProducer } from '@zhibiao/runtime/queues';
import { awaitRun } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import type { Commands } from './command.ts';

/** `add`: a report that lies in a file, as if it had been crawled. */
export const addCommand: Commands = (program, config, terminal) => {
  program
    .command('add')
    .description('add a report from a file through the queues')
    .argument('<file>', 'a page, a text, a PDF, Word …; - is a text on standard input')
    .option('--url <url>', 'where it was published')
    .option('--wait', 'show progress until it is stored; exit code 1 if that failed')
    .action((file: string, options: { url?: string; wait?: boolean }) =>
      withStores(config(), (stores) =>
        withProducer(config(), async (producer) => {
          const bytes = await read(file);
          const name = file === '-' ? 'text.txt' : basename(file);
          const { addReport } = await import('@zhibiao/runtime/add-report');
          const { run, page } = await addReport({ ...stores, producer }, { bytes, name, url: options.url });
          terminal.out(`${run}\n`);
          terminal.say(`kept under ${page}`);
          if (!options.wait) return;
          const deps = { store: stores.store, producer };
          const stop = new AbortController();
          process.once('SIGINT', () => stop.abort());
          const state = await awaitRun(deps, run, createProgress(process.stderr), stop.signal);
          if (state.failed > 0) await tellFailures(stores.store, run, terminal);
        }),
      ),
    );
};

/** @throws UsageError */
async function read(file: string): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`, file, { cause: error });
  }
}
