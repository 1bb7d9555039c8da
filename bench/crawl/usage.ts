import { readFileSync } from 'node:fs';

/** What processes have used between the start and the end of a measurement. */
export interface Usage {
  /** role -> milliseconds of processor time, user and system */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** role -> bytes: the most that all processes of the role held resident at one moment */
  readonly peakRss: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly role: string;
  readonly pid: number;
}

const tickMs = 10;
const pageBytes = 4096;

/**
 * Samples processes until stopped. Reads `/proc`, so it runs on Linux; elsewhere everything is 0.
 * @param processes may grow while it runs
 */
export function watchUsage(processes: readonly Measured[], everyMs = 50) {
  const first = new Map<number, number>();
  const last = new Map<number, { role: string; cpuMs: number }>();
  const peak: Record<string, number> = {};
  const sample = () => {
    const now: Record<string, number> = {};
    for (const { role, pid } of processes) {
      const stat = readStat(pid);
      if (!stat) continue;
      if (!first.has(pid)) first.set(pid, stat.cpuMs);
      last.set(pid, { role, cpuMs: stat.cpuMs });
      now[role] = (now[role] ?? 0) + stat.rss;
    }
    for (const [role, rss] of Object.entries(now)) peak[role] = Math.max(peak[role] ?? 0, rss);
  };
  sample();
  const timer = setInterval(sample, everyMs);
  return {
    stop(): Usage {
      clearInterval(timer);
      sample();
      const cpuMs: Record<string, number> = {};
      for (const [pid, { role, cpuMs: end }] of last) {
        cpuMs[role] = (cpuMs[role] ?? 0) + end - (first.get(pid) ?? 0);
      }
      return { cpuMs, peakRss: peak };
    },
  };
}

function readStat(pid: number): { cpuMs: number; rss: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs,
      rss: Number(fields[21]) * pageBytes,
    };
  } catch {
    return null;
  }
}
