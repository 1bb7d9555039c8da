import { present } from '@zhibiao/shared';
import type { Figure, FigurePromise } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { figureWords } from '../view/figure-cells.ts';
import { period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import type { Language } from '../view/labels.ts';
import { type Chart, textWidth } from './chart.ts';
import { drawing } from './plot.ts';
import { axisScale } from './scale.ts';

const mostRows = 24;

const topic = ({ indicator }: FigurePromise['target']) => indicator.code ?? indicator.name;

/**
 * Promise against result, a line for each pair: hollow what was promised, solid what came of it. Amounts of different
 * units cannot share an axis: the unit that most pairs have is drawn.
 */
export async function dumbbell(
  promises: readonly FigurePromise[],
  language: Language,
): Promise<Chart | null> {
  const { drawn, of } = drawnPairs(promises);
  if (drawn.length < 2) return null;
  const { Plot, draw } = await drawing();
  const scale = axisScale(
    drawn.map(({ target }) => target),
    language,
  );
  const rows = drawn.map(({ target, actual, verdict }, i) => {
    const o = target;
    const [one] = drawn;
    const parts = [
      regionName(o.region, language),
      period(o.period),
      drawn.some((other) => topic(other.target) !== topic(present(one, 'the one').target))
        ? indicatorName(o.indicator, language)
        : '',
    ];
    return {
      label: parts.filter(Boolean).join(' '),
      place: String(i),
      from: o.value / scale.size,
      to: actual.value / scale.size,
      verdict,
      target,
      actual,
    };
  });
  const labels = new Map(rows.map(({ place, label }) => [place, label]));
  const colour = ({ verdict }: (typeof rows)[number]) =>
    verdict === 'met' ? 'var(--good)' : verdict === 'missed' ? 'var(--bad)' : 'var(--soft)';
  const width = 640;
  const marginLeft = Math.min(300, 16 + Math.max(...rows.map(({ label }) => textWidth(label))));
  const svg = draw(
    {
      width,
      height: 60 + rows.length * 24,
      marginLeft,
      marginRight: 30,
      marginTop: 30,
      x: { label: scale.label, axis: 'top', grid: true, nice: true, labelArrow: 'none' },
      y: {
        label: null,
        domain: rows.map(({ place }) => place),
        tickFormat: (place: string) => labels.get(place) ?? '',
        tickSize: 0,
      },
      marks: [
        Plot.link(rows, { x1: 'from', x2: 'to', y: 'place', stroke: colour, strokeWidth: 2 }),
        Plot.dot(rows, {
          x: 'from',
          y: 'place',
          r: 5,
          fill: 'var(--panel)',
          stroke: 'var(--target)',
          strokeWidth: 2,
          href: ({ target }: (typeof rows)[number]) => figureWords(target),
          title: ({ label, target }: (typeof rows)[number]) =>
            `${label} ${value(target, language)}\n${target.quote}`,
        }),
        Plot.dot(rows, {
          x: 'to',
          y: 'place',
          r: 5,
          fill: 'var(--actual)',
          href: ({ actual }: (typeof rows)[number]) => figureWords(actual),
          title: ({ label, actual }: (typeof rows)[number]) =>
            `${label} ${value(actual, language)}\n${actual.quote}`,
        }),
      ],
    },
    { zh: '目标与结果', en: 'Promise and result' }[language],
  );
  return {
    svg,
    legend: 'kinds',
    note: drawn.length < of ? { drawn: drawn.length, of } : null,
  };
}

interface Pair extends Pick<FigurePromise, 'target' | 'verdict'> {
  readonly actual: Figure;
}

/** The promises that have a result of the same unit, of the unit that most of them have. */
export function drawnPairs(promises: readonly FigurePromise[]): { drawn: Pair[]; of: number } {
  const pairs = promises.flatMap(({ target, actual, verdict }): Pair[] => {
    const same = actual && actual.unit === target.unit && actual.measure === target.measure;
    return same ? [{ target, actual, verdict }] : [];
  });
  const units = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { unit, measure } = pair.target;
    const key = `${measure} ${unit}`;
    units.set(key, [...(units.get(key) ?? []), pair]);
  }
  const most = [...units.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return { drawn: most.slice(0, mostRows), of: pairs.length };
}
