import { presentVersions } from '@zhibiao/runtime/count-reprocess';
import { startReprocess as start } from '@zhibiao/runtime/runs/start';
import { readPosted } from '../forms/posted.ts';
import { readReprocess } from '../forms/reprocess-form.ts';
import type { Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Starts a reprocess: the keeper feeds it. @throws UsageError on a wrong selection */
export const startReprocess: Handler = async (c, deps) => {
  const posted = await readPosted(c);
  const selection = readReprocess((name) => posted.text(name), presentVersions(deps.config.lexiconDir));
  const run = await start(deps, selection);
  return answer(c, `/runs/${run}`, { run });
};
