import type { Figure } from '@zhibiao/store';
import { rankingBars } from '../charts/bars.ts';
import type { Chart } from '../charts/chart.ts';
import { distribution } from '../charts/distribution.ts';
import { drawnPairs, dumbbell } from '../charts/dumbbell.ts';
import { drawnLines, seriesChart } from '../charts/series.ts';
import type { ConsoleContext, HandlerDeps } from '../route.ts';
import { codeName, indicatorName } from '../view/indicators.ts';
import { wordsOf } from '../view/labels.ts';
import { figureQuery } from './figure-query.ts';
import { readPromises } from './promises.ts';
import { readRanking } from './ranking.ts';
import { regionName } from './regions.ts';
import { comparable, measureOf, readSeries } from './series.ts';
import { readTargets } from './targets.ts';

/** What a page draws, to be had by itself: the picture, and the figures that are in it. */
interface Picture {
  readonly title: string;
  readonly chart: Chart | null;
  readonly figures: readonly Figure[];
}

type ReadPicture = (c: ConsoleContext, deps: HandlerDeps) => Promise<Picture>;

const series: ReadPicture = async (c, deps) => {
  const lines = comparable(await readSeries(c, deps), measureOf(c));
  const language = c.get('language');
  const drawn = drawnLines(lines);
  const [first] = drawn;
  const names = new Set(drawn.map((line) => indicatorName(line.indicator, language)));
  const regions = new Set(drawn.map((line) => regionName(line.region, language)));
  const of = regions.size === 1 ? [...regions] : [];
  return {
    title: [...of, ...names, first ? wordsOf(language)(first.measure) : ''].filter(Boolean).join(' '),
    chart: await seriesChart(lines, language),
    figures: drawn.flatMap((line) => line.figures),
  };
};

const ranking: ReadPicture = async (c, deps) => {
  const answer = await readRanking(c, deps);
  const language = c.get('language');
  const t = wordsOf(language);
  if (!answer) return { title: t('ranking'), chart: null, figures: [] };
  const { query, indicator, first } = answer;
  return {
    title: `${codeName(indicator, language)} ${t(query.kind ?? 'actual')} ${t(query.measure ?? 'growth')} ${query.year}`,
    chart: await rankingBars(first, t('ranking'), language),
    figures: first.map(({ figure }) => figure),
  };
};

const promises: ReadPicture = async (c, deps) => {
  const { listing } = await readPromises(c, deps);
  const { rows } = await listing.page(50, c.req.query('after') || undefined);
  const language = c.get('language');
  return {
    title: wordsOf(language)('promises'),
    chart: await dumbbell(rows, language),
    figures: drawnPairs(rows).drawn.flatMap(({ target, actual }) => [target, actual]),
  };
};

const targets: ReadPicture = async (c, deps) => {
  const { after: _, kind: __, ...query } = await figureQuery(c, deps);
  const { figures } = await readTargets(deps, query);
  const language = c.get('language');
  const t = wordsOf(language);
  const [first] = figures;
  return {
    title: first ? `${indicatorName(first.indicator, language)} ${t('targetsByYear')}` : t('targetsByYear'),
    chart: await distribution(figures, t('targetsByYear'), language),
    figures,
  };
};

/** Every kind of picture by its name, which is that of its address. */
export const pictures = { series, ranking, promises, targets } as const satisfies Record<string, ReadPicture>;
export type PictureName = keyof typeof pictures;
