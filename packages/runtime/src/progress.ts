import type { WriteStream } from 'node:tty';
import { visible } from '@zhibiao/shared';

/** A line on standard error that says how far things are. */
export interface Progress {
  show(line: string): void;
  /** removes the line, so that other output starts clean */
  clear(): void;
}

const everyMs = 2_000;

/** One line that is rewritten on a terminal; a line every two seconds where standard error is a file or a pipe. */
export function createProgress(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>,
  now = Date.now,
): Progress {
  let last = 0;
  let shown = false;
  let before = '';
  return {
    show(text) {
      const line = visible(text);
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
        shown = true;
      } else if (now() - last >= everyMs && line !== before) {
        stream.write(`${line}\n`);
        before = line;
        last = now();
      }
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
