import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { changeText } from '../compare/observations.ts';
import type { DiffSample, GoldScore, ReprocessDiff } from './report.ts';

/** How many lines of the tables by indicator and by source are shown. */
const LINES = 30;

/** @returns the report as Markdown, which reads well on a terminal too */
export function renderDiff(diff: ReprocessDiff): string {
  const { documents: d, observations: o, coverage } = diff;
  const verb = diff.state === 'open' ? 'would' : 'did';
  return [
    `# Reprocess ${diff.run} (${diff.state})`,
    '',
    ...(diff.state === 'dropped' ? ['It was dropped: what it found is no longer compared.', ''] : []),
    `It reached ${coverage.pages} of ${coverage.ofPages} pages. Of ${d.compared} documents ${d.same} stay the same, ${d.changed} change, ${d.added} are new, ${d.retired} go${
      d.overtaken ? `; ${d.overtaken} were overtaken by a newer snapshot` : ''
    }.`,
    '',
    ...table(
      ['observations', 'before', 'after', 'added', 'removed', 'changed', 'unchanged'],
      [[`${verb} become`, o.before, o.after, o.added, o.removed, o.changed, o.unchanged]],
    ),
    ...section(
      'Fields that change',
      ['field', 'observations'],
      Object.entries(diff.byField).sort((a, b) => b[1] - a[1]),
    ),
    ...section(
      'By indicator',
      ['code', 'indicator', 'added', 'removed', 'changed'],
      diff.byIndicator.map((i) => [i.code ?? '', i.name, i.added, i.removed, i.changed]),
    ),
    ...section(
      'By source',
      ['source', 'documents', 'added', 'removed', 'changed'],
      diff.bySource.map((s) => [s.source ?? '(by address)', s.documents, s.added, s.removed, s.changed]),
    ),
    ...(diff.gold
      ? section(
          'Against gold',
          ['', 'precision', 'recall', 'F1'],
          [scoreLine('before', diff.gold.before), scoreLine('after', diff.gold.after)],
        )
      : []),
    ...samples(diff.samples),
  ].join('\n');
}

type Cell = string | number;

function section(title: string, head: string[], rows: Cell[][]): string[] {
  if (rows.length === 0) return [];
  const rest = rows.length > LINES ? [`… and ${rows.length - LINES} more`, ''] : [];
  return [`## ${title}`, '', ...table(head, rows.slice(0, LINES)), ...rest];
}

function table(head: string[], rows: Cell[][]): string[] {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function scoreLine(name: string, { wanted, given, right }: GoldScore): Cell[] {
  const [precision, recall] = [right / (given || 1), right / (wanted || 1)];
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return [name, ...[precision, recall, f1].map((score) => score.toFixed(4))];
}

function samples(all: DiffSample[]): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ kind, page, fields, before, after }) => [
    `- **${kind}** ${address(page)}`,
    ...[
      before && `  - before: ${escaped(claim(before))}`,
      after && `  - after: ${escaped(claim(after))}`,
      ...(before && after
        ? [`  - ${fields.map((f) => escaped(changeText(f, before, after))).join('; ')}`]
        : []),
    ].filter((l) => l !== null),
    `  - > ${escaped(present(after ?? before, 'the after or the before').sentence.text)}`,
  ]);
  return ['## Samples', '', ...lines, ''];
}

function claim({ region, period, kind, indicator, value, valueTo, unit, bound, quote }: Observation): string {
  const years = period ? (period.start === period.end ? period.start : `${period.start}-${period.end}`) : '?';
  const range = valueTo === null ? value : `${value} to ${valueTo}`;
  return `${region.name} ${years} ${kind} ${indicator.name} (${indicator.code ?? 'no code'}) ${bound} ${range} ${unit} “${quote}”`;
}

/** Words of crawled pages stay words. An underscore within a word means nothing in Markdown, so codes stay as they are. */
const escaped = (text: string) =>
  text.replace(/[\\|<>`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&').replace(/\s+/g, ' ');

/** An address as one that can be clicked and copied, where it is one. */
const address = (url: string) => (/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : escaped(url));
