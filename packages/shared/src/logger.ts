import { destination, type Logger, pino } from 'pino';

export type { Logger };

/** Logs go to standard error: standard output carries data only. Context fields: `run`, `page`, `job`, `queue`. */
export function createLogger(level: string, name = 'zhibiao'): Logger {
  return pino(
    { name, level, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
}
