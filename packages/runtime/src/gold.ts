import { readFile } from 'node:fs/promises';
import { type Observation, UsageError } from '@zhibiao/shared';
import type { DiffOptions } from '@zhibiao/store/reprocess';

type Scorer = NonNullable<DiffOptions['score']>;

/** What counts of a gold row: the fields that can be compared without judging names. */
interface GoldRow {
  readonly optional: boolean;
  readonly value: number;
  readonly unit: string;
  readonly measure: string;
  readonly kind: string;
}

/**
 * @param pairs `PAGE[#ORDINAL]=FILE` each; the files hold one observation a line, tab separated, with a head line
 * @returns a scorer that counts an observation as right when value, unit, measure and kind agree with a gold row
 * @throws UsageError when a pair or a file is not of that form
 */
export async function goldScorer(pairs: readonly string[]): Promise<Scorer> {
  const gold = new Map<string, GoldRow[]>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    if (at <= 0) throw new UsageError(`--gold takes PAGE[#ORDINAL]=FILE, not ${pair}.`, pair);
    const [, page = '', ordinal = '1'] = /^(.*?)(?:#(\d+))?$/.exec(pair.slice(0, at)) ?? [];
    gold.set(`${page}#${ordinal}`, await readGold(pair.slice(at + 1)));
  }
  return ({ page, ordinal }, observations) => {
    const rows = gold.get(`${page}#${ordinal}`);
    return rows ? score(rows, observations) : null;
  };
}

async function readGold(file: string): Promise<GoldRow[]> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new UsageError(`The gold file ${file} cannot be read: ${cause.message}`, file);
  });
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = head.split('\t');
  const column = (name: string) => {
    const index = names.indexOf(name);
    if (index < 0) throw new UsageError(`The gold file ${file} has no column ${name}.`, file);
    return index;
  };
  const [status, value, unit] = [column('status'), column('value'), column('unit')];
  const [measure, kind] = [column('measure'), column('kind')];
  return lines.map((line) => {
    const cells = line.split('\t');
    return {
      optional: cells[status] === 'O',
      value: Number(cells[value]),
      unit: cells[unit] ?? '',
      measure: cells[measure] ?? '',
      kind: cells[kind] ?? '',
    };
  });
}

function score(rows: readonly GoldRow[], observations: readonly Observation[]) {
  const open = [...rows];
  let right = 0;
  let optional = 0;
  for (const o of observations) {
    const at = open.findIndex(
      (g) =>
        Math.abs(g.value - o.value) <= 1e-6 * Math.max(1, Math.abs(g.value)) &&
        g.unit === o.unit &&
        g.measure === o.measure &&
        g.kind === o.kind,
    );
    if (at < 0) continue;
    if (open[at]?.optional) optional += 1;
    else right += 1;
    open.splice(at, 1);
  }
  return { wanted: rows.filter((g) => !g.optional).length, given: observations.length - optional, right };
}
