import { destination, type Logger, pino } from 'pino';

import { visibleJson } from './visible.ts';

export type { Logger };

/** How much is kept of what cannot be written, UTF-8 bytes; what comes after it is dropped. */
const keptBytes = 256 * 1024;

/**
 * Logs go to standard error: standard output carries data only. Context fields: `run`, `input`, `job`, `queue`.
 * A line that cannot be written (the disk is full) waits for the next one that can.
 * @param to file descriptor
 * @example
 * ```ts
 * import { createLogger } from '@zhibiao/shared';
 * const log = createLogger('warn');
 * log.info({ run: 'crawl-1' }, 'not written: below the level');
 * log.level; // → 'warn'
 * ```
 */
export function createLogger(level: string, name = 'zhibiao', to = 2): Logger {
  const out = destination({ dest: to, sync: true, maxLength: keptBytes });
  // Without a listener the call that logs would throw, and the work that it reports would fail for it.
  out.on('error', () => {});
  const shown = { write: (line: string) => void out.write(visibleJson(line)) };
  return pino({ name, level, timestamp: pino.stdTimeFunctions.isoTime }, shown);
}
