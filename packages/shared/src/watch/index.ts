export { Silence } from './silence.ts';
export { startThread } from './start-thread.ts';
export { startWatchdog, type Watchdog, type WatchOptions } from './watchdog.ts';
