import type { Usage } from './usage.ts';

export interface Result {
  readonly name: string;
  readonly pages: number;
  readonly ms: number;
  readonly articles: number;
  readonly usage: Usage;
  readonly notes: Readonly<Record<string, number>>;
}

const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
const sum = (values: Readonly<Record<string, number>>, but = '') =>
  Object.entries(values).reduce((all, [role, n]) => (role === but ? all : all + n), 0);

export const pagesPerSecond = (r: Result) => (r.pages * 1000) / r.ms;
export const cpuPerPage = (r: Result) => sum(r.usage.cpuMs) / r.pages;

/** The results as a Markdown table; `best` marks the run that is shown, `spread` its slowest and fastest. */
export function resultTable(
  rows: readonly { readonly best: Result; readonly all: readonly Result[] }[],
): string {
  const lines = [
    '| crawler | pages/s (slowest–fastest) | CPU per page, ms | of it | peak memory | Redis | articles |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const { best, all } of rows) {
    const speeds = all.map(pagesPerSecond).map(Math.round);
    const parts = Object.entries(best.usage.cpuMs)
      .map(([role, ms]) => `${role} ${(ms / best.pages).toFixed(2)}`)
      .join(', ');
    lines.push(
      `| ${best.name} | ${Math.round(pagesPerSecond(best))} (${Math.min(...speeds)}–${Math.max(...speeds)}) | ${cpuPerPage(best).toFixed(2)} | ${parts} | ${mb(sum(best.usage.peakRss, 'redis'))} MB | ${best.usage.peakRss.redis ? `${mb(best.usage.peakRss.redis)} MB` : '–'} | ${best.articles} |`,
    );
  }
  return lines.join('\n');
}
