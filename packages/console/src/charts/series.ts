import { present } from '@zhibiao/shared';
import type { Figure, SeriesLine } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { figureWords } from '../view/figure-cells.ts';
import { value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import type { Language } from '../view/labels.ts';
import type { Chart } from './chart.ts';
import { drawing } from './plot.ts';
import { axisScale, yearTicks } from './scale.ts';

/** As many as there are colours that can be told apart. */
const mostLines = 6;

interface Point {
  readonly year: number;
  readonly value: number;
  readonly figure: Figure;
}

/**
 * Lines over the years: what was reported solid, what was promised hollow, with a whisker where its words leave room;
 * a line breaks where a year has no report.
 * @param size `small` for one of many beside each other
 */
export async function seriesChart(
  lines: readonly SeriesLine[],
  language: Language,
  size: 'full' | 'small' = 'full',
): Promise<Chart | null> {
  const drawn = drawnLines(lines);
  const all = drawn.flatMap(({ figures }) => figures);
  if (all.length === 0) return null;
  const { Plot, draw } = await drawing();
  const scale = axisScale(all, language);
  const series = drawn.map((line, i) => ({
    colour: `var(--series-${i + 1})`,
    actual: pointsOf(line, 'actual', scale.size),
    target: pointsOf(line, 'target', scale.size),
  }));
  const years = all.map(({ period }) => present(period, 'the period').start);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const title = ({ figure }: Point) =>
    `${regionName(figure.region, language)} ${figure.period?.start} ${value(figure, language)}\n${figure.quote}`;
  const dot = (points: readonly Point[], style: object) =>
    Plot.dot(points, {
      x: 'year',
      y: 'value',
      r: size === 'small' ? 3.5 : 4.5,
      href: ({ figure }: Point) => figureWords(figure),
      title,
      ...style,
    });
  const svg = draw(
    {
      width: size === 'small' ? 360 : 900,
      height: size === 'small' ? 190 : 400,
      marginLeft: 60,
      marginRight: 24,
      marginTop: 30,
      x: {
        label: null,
        domain: [from - 0.4, to + 0.4],
        ticks: yearTicks(from, to, size === 'small' ? 5 : 12),
        tickFormat: (year: number) => String(year),
      },
      y: {
        label: scale.label,
        labelArrow: 'none',
        grid: true,
        nice: true,
        ticks: size === 'small' ? 4 : 7,
        tickFormat: (at: number) => at.toLocaleString('en-US', { maximumFractionDigits: 4 }),
        ...domainOfOne(all.map(({ value: at }) => at / scale.size)),
      },
      marks: series.flatMap(({ colour, actual, target }) => [
        Plot.line(withGaps(actual), { x: 'year', y: 'value', stroke: colour, strokeWidth: 2 }),
        Plot.ruleX(target.flatMap(whisker(scale.size)), {
          x: 'year',
          y1: 'low',
          y2: 'high',
          stroke: colour,
          strokeWidth: 1.5,
        }),
        dot(target, { fill: 'var(--panel)', stroke: colour, strokeWidth: 2 }),
        dot(actual, { fill: colour }),
      ]),
    },
    drawn.map((line) => nameOf(line, drawn, language)).join(', '),
  );
  return {
    svg,
    legend: drawn.length > 1 ? drawn.map((line) => nameOf(line, drawn, language)) : 'kinds',
    note: drawn.length < lines.length ? { drawn: drawn.length, of: lines.length } : null,
  };
}

/** An axis around a single value: left to itself, it would have no length and one tick of ten digits. */
function domainOfOne(values: readonly number[]): { domain?: [number, number] } {
  const [one] = values;
  if (one === undefined || values.some((at) => at !== one)) return {};
  const around = Math.abs(one) / 5 || 1;
  return { domain: [one - around, one + around] };
}

/** The first of the lines that have something to draw. */
export const drawnLines = (lines: readonly SeriesLine[]): SeriesLine[] =>
  lines.filter(({ figures }) => figures.length > 0).slice(0, mostLines);

const pointsOf = ({ figures }: SeriesLine, kind: Figure['kind'], size: number): Point[] =>
  figures
    .filter((figure) => figure.kind === kind)
    .map((figure) => ({
      year: present(figure.period, 'the period').start,
      value: figure.value / size,
      figure,
    }));

/** A point without a value for each year that is missing, at which the line breaks. */
function withGaps(points: readonly Point[]): { year: number; value: number }[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    const gap = before !== undefined && point.year - before.year > 1;
    return gap ? [{ year: before.year + 1, value: Number.NaN }, point] : [point];
  });
}

/** What the words of a target leave open: both ends of a range, half a point or a twentieth around 左右, one side else. */
const whisker =
  (size: number) =>
  ({ year, value: v, figure }: Point): { year: number; low: number; high: number }[] => {
    const { valueTo, bound, unit } = figure;
    if (valueTo !== null) return [{ year, low: v, high: valueTo / size }];
    const room = unit === '%' ? 0.5 : Math.abs(v) * 0.05;
    if (bound === '=') return [];
    return [{ year, low: bound === '>=' ? v : v - room, high: bound === '<=' ? v : v + room }];
  };

/** Only what tells the lines apart. */
function nameOf({ region, indicator }: SeriesLine, lines: readonly SeriesLine[], language: Language): string {
  const topic = (line: SeriesLine) => line.indicator.code ?? line.indicator.name;
  const several = new Set(lines.map(topic)).size > 1;
  const regions = new Set(lines.map((line) => line.region.adcode)).size > 1;
  const names = [
    regions || !several ? regionName(region, language) : '',
    several ? indicatorName(indicator, language) : '',
  ];
  return names.filter(Boolean).join(' ');
}
