import WordExtractor from 'word-extractor';
import AllocationTable from 'word-extractor/lib/ole-allocation-table.js';
import { UnreadableFileError } from './errors.ts';
import type { FileText } from './types.ts';

// The library follows a chain of sectors that goes in circles for ever, and its list then grows until the process dies,
// which no limit of a thread prevents. A chain has no more sectors than the table has.
AllocationTable.prototype.getSecIdChain = function (start) {
  const chain: number[] = [];
  for (let at: number | undefined = start; at !== undefined && at > -1; at = this._table[at]) {
    if (chain.length > this._table.length) throw new Error('its sectors go in circles');
    chain.push(at);
  }
  return chain;
};

/** Word 97-2003 and WPS documents: paragraphs and cells; numbers that the program writes itself are not in the file's text. */
export async function readDoc(bytes: Uint8Array, name: string): Promise<FileText> {
  let body: string;
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    body = document.getBody({ filterUnicode: false });
  } catch (error) {
    throw new UnreadableFileError(
      `${name}: the old Office file holds no Word text (${(error as Error).message}). Save it as .docx or PDF.`,
      name,
      { cause: error },
    );
  }
  // pictures, fields and notes leave control characters behind
  const lines = body
    .replace(/\x13[^\x14\x15]*\x14?|\x15/g, '')
    .replace(/[\r\x0b\x0c]/g, '\n')
    .replace(/\x07/g, '\t')
    .replace(/[\x00-\x08\x0e-\x1f]/g, '')
    .split('\n')
    .map((l) => l.replace(/[ \u00a0\u3000]+/g, ' ').replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ''));
  const text = lines.filter(Boolean).reduce((out, line, i, all) => {
    const isRow = line.includes('\t') && (all[i - 1] ?? '').includes('\t');
    return out + (i === 0 ? '' : isRow ? '\n' : '\n\n') + line;
  }, '');
  return { name, kind: 'doc', text, pages: [], flags: [] };
}
