/**
 * `npm run rehearsal [-- --seed 1 --reports 300 --days 10 --faults 0.02 --only board,farm --notes 20]`: sites that we made up,
 * crawled day by day by the whole system, and what the store holds of them in the end against how they were made.
 */
import { parseArgs } from 'node:util';
import { days as allDays } from '../../seeds/rehearsal/calendar.ts';
import { reportCount } from '../../seeds/rehearsal/report.ts';
import { kinds } from '../../seeds/rehearsal/server.ts';
import { rehearse } from './rehearse.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: String(reportCount) },
    days: { type: 'string', default: String(allDays) },
    faults: { type: 'string', default: '0.02' },
    only: { type: 'string' },
    notes: { type: 'string', default: '20' },
  },
});
const wanted = values.only?.split(',');
const scores = await rehearse({
  seed: Number(values.seed),
  reports: Number(values.reports),
  days: Number(values.days),
  faults: Number(values.faults),
  kinds: kinds.filter(({ name }) => wanted?.includes(name) ?? true),
  say: (line) => void process.stderr.write(`${line}\n`),
});

const head = [
  'site',
  'reports',
  'found',
  'doubled',
  'strangers',
  'figures',
  'right',
  'wrong',
  'requests',
  'needless',
  'busiest second',
];
const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const rows = scores.map((s) => [
  s.site,
  s.reports,
  s.found,
  s.doubled,
  s.strangers,
  s.figures,
  s.right,
  s.wrong,
  s.requests,
  s.needless,
  s.busiestSecond,
]);
process.stdout.write(`${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`);
const notes = scores.flatMap((s) => s.notes.map((note) => `${s.site}: ${note}`));
for (const note of notes.slice(0, Number(values.notes))) process.stderr.write(`${note}\n`);
if (notes.length > Number(values.notes)) process.stderr.write(`… ${notes.length} in all\n`);
process.exit(0);
