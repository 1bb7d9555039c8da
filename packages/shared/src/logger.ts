import { destination, type Logger, pino } from 'pino';

import { visibleJson } from './visible.ts';

export type { Logger };

/**
 * Logs go to standard error: standard output carries data only. Context fields: `run`, `input`, `job`, `queue`.
 * @param to file descriptor
 */
export function createLogger(level: string, name = 'zhibiao', to = 2): Logger {
  const out = destination({ dest: to, sync: true });
  const shown = { write: (line: string) => void out.write(visibleJson(line)) };
  return pino({ name, level, timestamp: pino.stdTimeFunctions.isoTime }, shown);
}
