import { isUtf8 } from 'node:buffer';
import { present } from '@zhibiao/shared';
import { plausibility } from './plausibility.ts';

export interface MixedText {
  text: string;
  /** non-ASCII bytes read as UTF-8 and as GB18030 */
  utf8: number;
  gb: number;
}

/**
 * Decodes bytes that hold GB18030 and UTF-8 side by side: a GBK template around a UTF-8 article, or a UTF-8 page with an
 * include in GBK. A run of bytes between ASCII marks that can be no trail byte of either (`<`, `>`, space, quote, newline)
 * is in one encoding; strict UTF-8 decides each run, plausibility the runs that are valid in both.
 */
export function decodeMixed(bytes: Uint8Array): MixedText {
  const runs = splitRuns(bytes);
  const sure = runs.reduce(
    (n, [start, end]) => n + (isUtf8(bytes.subarray(start, end)) ? 0 : end - start),
    0,
  );
  const total = runs.reduce((n, [start, end]) => n + end - start, 0);
  const preferGb = sure > total / 2;
  const gb18030 = new TextDecoder('gb18030');
  const unicode = new TextDecoder('utf-8', { ignoreBOM: true });
  const out: string[] = [];
  let utf8 = 0;
  let at = 0;
  for (const [start, end] of runs) {
    if (start > at) out.push(Buffer.from(bytes.subarray(at, start)).toString('latin1'));
    const run = bytes.subarray(start, end);
    let text = gb18030.decode(run);
    if (isUtf8(run)) {
      const other = unicode.decode(run);
      const gain = plausibility(other) - plausibility(text);
      if (preferGb ? gain > 0.2 : gain >= -0.2) {
        text = other;
        utf8 += run.length;
      }
    }
    out.push(text);
    at = end;
  }
  if (at < bytes.length) out.push(Buffer.from(bytes.subarray(at)).toString('latin1'));
  return { text: out.join(''), utf8, gb: total - utf8 };
}

/** Ranges that start with a non-ASCII byte and end before an ASCII byte that cannot be a trail byte. */
function splitRuns(bytes: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  let i = 0;
  while (i < bytes.length) {
    if (present(bytes[i], 'bytes at i') < 0x80) {
      i++;
      continue;
    }
    const start = i;
    // GB18030 trail bytes are 0x30-0x39 and 0x40-0xFE
    while (
      i < bytes.length &&
      !(
        present(bytes[i], 'bytes at i') < 0x30 ||
        (present(bytes[i], 'bytes at i') > 0x39 && present(bytes[i], 'bytes at i') < 0x40)
      )
    )
      i++;
    runs.push([start, i]);
  }
  return runs;
}
