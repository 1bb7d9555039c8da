import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLexicon } from '@zhibiao/parser';
import { type DocumentStore, type FigurePromise, openArchive, openStore } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepText } from './testing/keep-text.ts';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const table = new URL('./testing/promises.tsv', import.meta.url);

interface Row {
  adcode: string;
  code: string;
  year: number;
  measure: string;
  bound: string;
  promised: number;
  /** null where the texts give no value that can be held against the promise */
  actual: number | null;
  verdict: 'met' | 'missed' | 'open';
  /** why a part of it is not read yet: then there is no verdict, rather than a wrong one */
  unread: string;
}

/**
 * Promises of reports and what the report of the year after says of them: figures alone, in the store's units (a rate
 * per mille in percent).
 * Read by hand from the sentences of the reports, before a program read them. `open`: the texts give no value that may be held against it.
 */
const rows = (await readFile(table, 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [, adcode, code, year, measure, bound, promised, actual, verdict, , unread] = line.split(
      '\t',
    ) as string[];
    return {
      adcode: adcode!,
      code: code!,
      year: Number(year),
      measure: measure!,
      bound: bound!,
      promised: Number(promised),
      actual: actual === '' ? null : Number(actual),
      verdict: verdict as Row['verdict'],
      unread: unread ?? '',
    };
  });
const nameOf = ({ adcode, code, year, measure, bound, promised }: Row) =>
  `${adcode} ${year} ${code} ${measure} ${bound} ${promised}`;

describe.skipIf(!existsSync(shared))(
  'promises of real reports (skipped where ../shared is not there)',
  () => {
    let dir: string;
    let store: DocumentStore;
    const found = new Map<string, FigurePromise | undefined>();

    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'zhibiao-promises-'));
      const archive = await openArchive(join(dir, 'archive'));
      store = await openStore(join(dir, 'store'));
      const lexicon = loadLexicon();
      let time = Date.UTC(2026, 0, 5);
      for (const folder of ['eval/texts', 'corpus/reports'])
        for (const file of (await readdir(join(shared, folder))).sort()) {
          if (!/^(河北省|驻马店市|阜平县|fuping)/.test(file)) continue;
          const url = `https://reports.example.cn/${folder}/${encodeURIComponent(file)}`;
          await keepText({ store, archive }, lexicon, join(shared, folder, file), {
            url,
            source: 'shared',
            time: time++,
          });
        }
      await archive.close();
      for (const row of rows) {
        const { adcode, code, year, measure } = row;
        const query = { region: adcode, code, year, measure: measure as 'growth', limit: 1_000 };
        const listed = (await store.promiseList(query)).rows.filter(
          ({ target: { region, period } }) =>
            region.adcode === adcode && period?.end === year && !period.from,
        );
        found.set(
          nameOf(row),
          listed.find(({ target }) => Math.abs(target.value - row.promised) <= Math.abs(row.promised) * 1e-9),
        );
      }
    }, 120_000);
    afterAll(async () => {
      await store?.close();
      await rm(dir, { recursive: true, force: true });
    });

    it.each(rows.map((row) => [nameOf(row), row] as const))('%s', (name, row) => {
      const promise = found.get(name);
      if (row.unread) {
        expect(promise?.verdict ?? 'open', `read now: take its mark away (${row.unread})`).toBe('open');
        return;
      }
      expect(promise, 'not found').toBeDefined();
      expect(promise!.target.bound).toBe(row.bound);
      expect([promise!.verdict, promise!.actual?.value ?? null]).toEqual([row.verdict, row.actual]);
    });
  },
);
