import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param server another process whose work counts as well; on Linux alone
 * @returns milliseconds of CPU that this process and the server have had
 */
export function cpuMs(server?: number | null): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 + (server ? ofThreads(server) : 0);
}

/** The clock ticks of `/proc/PID/stat` are too coarse: the scheduler counts nanoseconds, thread by thread. */
function ofThreads(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It has ended in between.
    }
  return nanoseconds / 1e6;
}
