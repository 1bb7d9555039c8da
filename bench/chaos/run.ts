import { parseArgs } from 'node:util';
import { chaos } from './chaos.ts';
import { type Kind, kinds, type Plan } from './events.ts';

/** `npx tsx bench/chaos/run.ts`: see bench/README.md. */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '100' },
    'redis-kills': { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'embedded' },
    quiet: { type: 'boolean', default: false },
  },
});
const number = (name: 'pages' | 'kills' | 'redis-kills' | 'seconds' | 'seed') => {
  const n = Number(values[name]);
  if (Number.isFinite(n) && n >= 0) return n;
  process.stderr.write(`--${name} takes a number, not ${values[name]}.\n`);
  process.exit(2);
};
const store = values.store === 'mongodb' ? 'mongodb' : 'embedded';
const kills = number('kills');
const long = number('seconds') * 1_000;
const ofKills = (share: number) => Math.round(kills * share);
// The embedded store has no server that could be killed: its share goes to the workers.
const servers = store === 'mongodb' ? 0.1 : 0;
const plan: Plan = {
  'worker killed': { times: ofKills(0.9 - servers), ms: 0 },
  'keeper killed': { times: ofKills(0.1), ms: 200 },
  'primary killed': { times: ofKills(servers), ms: 1_000 },
  'Redis killed': { times: number('redis-kills'), ms: 200 },
  'without Redis': { times: 1, ms: long },
  'without the store': { times: 1, ms: long },
  'Redis frozen': { times: 1, ms: long / 2 },
  'store frozen': { times: store === 'mongodb' ? 1 : 0, ms: long / 2 },
  'disk full': { times: 1, ms: long / 2 },
};
const say = values.quiet ? () => {} : (line: string) => void process.stderr.write(`${line}\n`);
process.once('SIGTERM', () => process.exit(1));
process.once('SIGINT', () => process.exit(1));
const report = await chaos({ pages: number('pages'), seed: number('seed'), store, plan, hangs: true, say });

const seconds = (ms: number) => (ms / 1_000).toFixed(1);
const row = (kind: Kind) => {
  const times = [...(report.resumed.get(kind) ?? [])].sort((a, b) => a - b);
  if (times.length === 0) return [];
  const middle = times[Math.floor(times.length / 2)]!;
  return [
    `| ${kind}${plan[kind].ms >= 1_000 ? `, ${plan[kind].ms / 1_000} s` : ''} | ${times.length} | ${seconds(middle)} | ${seconds(times.at(-1)!)} |`,
  ];
};
const { lost, doubled } = report;
const lines = [
  '| event | times | work went on after s, median | at most |',
  '| --- | ---: | ---: | ---: |',
  ...kinds.flatMap(row),
  '',
  `${values.store} store, ${values.pages} pages, seed ${values.seed}: ${report.versions} versions, ${report.observations} observations.`,
  `Lost: ${lost.versions} versions, ${lost.observations} observations. Doubled or other: ${doubled.versions} versions, ${doubled.observations} observations.`,
  `The run ended as ${report.state}; quarantined: ${report.quarantined.join(', ') || 'nothing'}. ${report.seconds.disturbed} s, undisturbed ${report.seconds.undisturbed} s.`,
  ...report.skipped,
];
process.stdout.write(`${lines.join('\n')}\n`);
const isClean = lost.versions + lost.observations + doubled.versions + doubled.observations === 0;
process.exit(isClean && report.state === 'done' ? 0 : 1);
