import type { RegionalLine } from '@zhibiao/runtime/former-regions';
import type { RegionalStore } from '@zhibiao/runtime/regional-store';
import { withStores } from '@zhibiao/runtime/stores';
import type { Terminal } from '@zhibiao/runtime/terminal';
import type { Config } from '@zhibiao/shared';
import type { Figure, FigurePromise, PageOf, PromiseQuery } from '@zhibiao/store';
import { mostCounted } from '@zhibiao/store';
import type { Command } from 'commander';
import { figureValue } from '../output/figure-rows.ts';
import { differenceText, periodText, valueText } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import {
  everyRow,
  examples,
  type FigureFilters,
  figureFilters,
  figureQuery,
  kinds,
  past,
} from './figure-filters.ts';
import { formats } from './filters.ts';

type Options = FigureFilters & {
  readonly format: string;
  readonly verdict?: string;
  readonly conflicts?: boolean;
  readonly counts?: boolean;
};

interface Answer<T> {
  about: string;
  examples: readonly string[];
  ask: (store: RegionalStore, options: Options, page: Page) => Promise<PageOf<T>>;
  head: readonly string[];
  rows: (answer: T) => string[][];
}

type Page = { limit?: number | undefined; after?: string | undefined };

const series: Answer<RegionalLine> = {
  about: 'one indicator over the years',
  examples: [
    'observations series --region 镇江市 --code gdp',
    'observations series --code gdp --measure growth --format json',
  ],
  ask: (store, options, page) => store.seriesLines({ ...figureQuery(options), ...page }),
  head: ['region', 'indicator', 'measure', 'scope', 'period', 'kind', 'value', 'documents', 'quote'],
  rows: ({ region, indicator, measure, scope, basis, figures, others, successor }) => {
    const about = [region.name, indicator.name, measure, [scope, basis].filter(Boolean).join(' ')];
    const rows = [...figures, ...others].map((figure) => [
      ...about,
      periodText(figure.period),
      figure.kind,
      figureValue(figure),
      String(figure.documents),
      figure.quote,
    ]);
    if (!successor) return rows;
    const { name, code, until } = successor;
    return [...rows, [...about, `after ${until}`, '', '', '', `became ${name} ${code}`]];
  },
};

const promises: Answer<FigurePromise> = {
  about: 'what was promised for a year beside what was reported of it',
  examples: [
    'observations promises --region 镇江市',
    'observations promises --verdict missed --year 2023 --format json',
    'observations promises --region 江苏省 --counts',
  ],
  ask: (store, { kind: _, ...options }, page) => store.promiseList({ ...promiseQuery(options), ...page }),
  head: ['region', 'year', 'indicator', 'scope', 'promised', 'reported', 'difference', 'verdict'],
  rows: ({ target, actual, judgement, verdict }) => [
    [
      target.region.name,
      periodText(target.period),
      target.indicator.name,
      [target.scope, target.basis].filter(Boolean).join(' '),
      figureValue(target),
      actual ? figureValue(actual) : '-',
      judgement?.difference == null ? '-' : differenceText(target, judgement.difference),
      judgement?.reason ? `${verdict} (${judgement.reason})` : verdict,
    ],
  ],
};

function promiseQuery({ verdict, ...options }: Options): PromiseQuery {
  const { kind: _, ...query } = figureQuery(options);
  return { ...query, verdict: verdict as PromiseQuery['verdict'] };
}

const copies: Answer<Figure> = {
  about: 'the same figure in several documents, the worst conflict first',
  examples: ['observations copies --region 河北省', 'observations copies --conflicts --code gdp'],
  ask: (store, { conflicts = false, ...options }, page) => {
    const { kind: _, ...query } = figureQuery(options);
    return store.copyList({ ...query, ...page, conflicts });
  },
  head: ['region', 'year', 'kind', 'indicator', 'scope', 'values', 'documents', 'state'],
  rows: (figure) => [
    [
      figure.region.name,
      periodText(figure.period),
      figure.kind,
      figure.indicator.name,
      [figure.scope, figure.basis].filter(Boolean).join(' '),
      figure.values
        .map(({ value, documents }) => `${valueText({ ...figure, value })} ×${documents.length}`)
        .join(', '),
      figure.values.flatMap(({ documents }) => documents).join(' '),
      figure.conflict ? 'CONFLICT' : 'agree',
    ],
  ],
};

/** The questions that need more than one report. JSON is an array of every answer, or of a page where `--limit` or `--after` is given. */
export function addAnswers(observations: Command, config: () => Config, terminal: Terminal): void {
  const add = <T>(name: string, answer: Answer<T>, instead?: typeof printCounts) =>
    figureFilters(observations.command(name))
      .description(answer.about)
      .addOption(past)
      .addOption(formats('table', 'json'))
      .addHelpText('after', examples(answer.examples))
      .action((options: Options) =>
        withStores(config(), ({ store }) =>
          instead && options.counts
            ? instead(store, options, terminal)
            : print(store, options, answer, terminal),
        ),
      );
  add('series', series).addOption(kinds);
  add('promises', promises, printCounts)
    .option('--verdict <verdict>', 'open, met, missed or "cannot tell"')
    .option('--counts', 'how many there are of each verdict');
  add('copies', copies).option('--conflicts', 'only those whose documents do not agree');
}

async function print<T>(
  store: RegionalStore,
  options: Options,
  answer: Answer<T>,
  terminal: Terminal,
): Promise<void> {
  const { limit, after, ...filters } = options;
  if (options.format === 'json' && limit === undefined && after === undefined)
    return printAll(
      everyRow((page) => answer.ask(store, filters, page)),
      terminal,
    );
  const page = figureQuery({ limit, after });
  const found = await answer.ask(store, filters, { limit: page.limit, after });
  if (options.format === 'json') terminal.out(`${JSON.stringify(found.rows)}\n`);
  else terminal.print(`${textTable([[...answer.head], ...found.rows.flatMap(answer.rows)], 60)}\n`);
  if (found.rows.length === 0) terminal.say('Nothing matches. `zhibiao indicators` lists names and codes.');
  if (found.next) terminal.say(`more: --after ${found.next}`);
}

async function printCounts(store: RegionalStore, options: Options, terminal: Terminal): Promise<void> {
  const counts = await store.promiseCounts(promiseQuery(options));
  if (options.format === 'json') return terminal.out(`${JSON.stringify(counts)}\n`);
  const rows = Object.entries(counts).map(([verdict, count]) => [
    verdict,
    count < mostCounted ? String(count) : `${mostCounted}+`,
  ]);
  terminal.print(`${textTable([['verdict', 'promises'], ...rows])}\n`);
}

async function printAll<T>(rows: AsyncGenerator<T>, terminal: Terminal): Promise<void> {
  let before = '[';
  for await (const row of rows) {
    terminal.out(`${before}${JSON.stringify(row)}`);
    before = ',\n';
  }
  terminal.out(before === '[' ? '[]\n' : ']\n');
}
