import { addReport } from '@zhibiao/runtime/add-report';
import { UsageError } from '@zhibiao/shared';
import { FormError } from '../forms/fault.ts';
import { readPosted } from '../forms/posted.ts';
import { showAdd } from '../pages/add.ts';
import type { Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Takes a file or a pasted text through the queues; leads to the run. */
export const addDocument: Handler = async (c, deps) => {
  const posted = await readPosted(c);
  const file = posted.file('file');
  const text = posted.text('text');
  try {
    if (!file && text === '') throw new FormError('file', 'fileLacking', 'choose a file or paste a text.');
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text);
    const url = posted.text('url') || undefined;
    const added = await addReport(deps, { bytes, name: file?.name || 'text.txt', url });
    return answer(c, `/runs/${added.run}`, added);
  } catch (error) {
    if (error instanceof UsageError) return showAdd(c, posted, error);
    throw error;
  }
};
