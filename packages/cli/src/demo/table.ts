import type { Source } from '@zhibiao/shared';
import type { DocumentStore, ObservationRow } from '@zhibiao/store';
import { observationHead, observationRow } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import type { Terminal } from '../terminal.ts';

/** How many observations of each report the table shows; the console shows all. */
const perReport = 4;

/** Prints the first coded observations of every report of the sources. */
export async function printDemoTable(store: DocumentStore, sources: readonly Source[], terminal: Terminal) {
  const rows: ObservationRow[] = [];
  for (const source of sources) {
    for (let after: string | undefined; ; ) {
      const page = await store.observations({ source: source.id, limit: 1_000, ...(after ? { after } : {}) });
      rows.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
  }
  const byDocument = groupByDocument(rows);
  const shown = [...byDocument.values()].flatMap((group) => {
    const coded = group.filter((r) => r.observation.indicator.code !== null);
    return (coded.length > 0 ? coded : group).slice(0, perReport);
  });
  const found = shown.map(({ observation, report, page }) => ({
    observation,
    year: report.year,
    from: page,
  }));
  terminal.out(`${textTable([[...observationHead], ...found.map(observationRow)])}\n`);
  terminal.say(
    `\n${rows.length} observations of ${byDocument.size} reports are stored; the first of each are shown.`,
  );
}

function groupByDocument(rows: readonly ObservationRow[]): Map<string, ObservationRow[]> {
  const groups = new Map<string, ObservationRow[]>();
  for (const row of rows) groups.set(row.document, [...(groups.get(row.document) ?? []), row]);
  return groups;
}
