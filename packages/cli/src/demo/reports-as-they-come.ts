import type { Source } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

const everyMs = 1_000;

/** Says each report of the sources once it is stored. `stop` says what came last and ends it. */
export function showReports(store: DocumentStore, sources: readonly Source[], say: (line: string) => void) {
  const seen = new Set<string>();
  const look = async () => {
    for (const { id } of sources) {
      const { rows } = await store.documents({ source: id, limit: 1_000 });
      for (const { document, report, count } of rows) {
        if (seen.has(document)) continue;
        seen.add(document);
        const what = [report.region?.name ?? 'region not told', report.year ?? 'year not told'].join(' ');
        say(`  ${what}: ${count} observations — ${report.title}`);
      }
    }
  };
  let looking = Promise.resolve();
  // A look that fails is made up for by the next one; the crawl itself says what is wrong with the store.
  const again = () => {
    looking = looking.then(look).catch(() => {});
  };
  const timer = setInterval(again, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await look();
    },
  };
}
