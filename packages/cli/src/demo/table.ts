import type { Terminal } from '@zhibiao/runtime/terminal';
import type { Source } from '@zhibiao/shared';
import type { DocumentStore, ObservationRow } from '@zhibiao/store';
import { observationHead, observationRow } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';

/** How many observations of each kind the table shows of a report; the console shows all. */
const perReport = { actual: 3, target: 2 } as const;

/** Prints the first known indicators of every report of the sources. */
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
  const shown = [...byDocument.values()].flatMap((group) => [
    ...firstOf(group, 'actual'),
    ...firstOf(group, 'target'),
  ]);
  const found = shown.map(({ observation, report, page }) =>
    observationRow({ observation, year: report.year, from: page }),
  );
  // Copies of a text say the same: once is enough here.
  const lines = [...new Map(found.map((cells) => [cells.join('\t'), cells])).values()];
  terminal.print(`${textTable([[...observationHead], ...lines])}\n`);
  terminal.say(
    `\n${rows.length} observations of ${byDocument.size} reports are stored; the first of each are shown.`,
  );
}

/** Known indicators first: they say most to somebody who has not read the report. */
function firstOf(rows: readonly ObservationRow[], kind: keyof typeof perReport): ObservationRow[] {
  const ofKind = rows.filter((r) => r.observation.kind === kind);
  const known = ofKind.filter((r) => r.observation.indicator.code !== null);
  return (known.length > 0 ? known : ofKind).slice(0, perReport[kind]);
}

function groupByDocument(rows: readonly ObservationRow[]): Map<string, ObservationRow[]> {
  const groups = new Map<string, ObservationRow[]>();
  for (const row of rows) groups.set(row.document, [...(groups.get(row.document) ?? []), row]);
  return groups;
}
