import { present } from '@zhibiao/shared';
import type { Figure } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { address } from '../view/address.ts';
import { figureWords } from '../view/figure-cells.ts';
import { value } from '../view/format.ts';
import type { Language } from '../view/labels.ts';
import type { Chart } from './chart.ts';
import { drawing } from './plot.ts';
import { axisScale, yearTicks } from './scale.ts';

/** Regions that promise the same for a year: one circle, the larger the more there are. */
interface Group {
  readonly year: number;
  readonly value: number;
  readonly figures: readonly Figure[];
}

const named = 8;

/**
 * What regions promised, year by year: a circle for each value, and a tick at the middle one of each year. A circle of one region
 * leads to its sentence, one of several to their ranking.
 */
export async function distribution(
  figures: readonly Figure[],
  label: string,
  language: Language,
): Promise<Chart | null> {
  const years = [...new Set(figures.map(({ period }) => present(period, 'the period').start))].sort(
    (a, b) => a - b,
  );
  if (figures.length < 4 || years.length < 2) return null;
  const { Plot, draw } = await drawing();
  const scale = axisScale(figures, language);
  const groups = groupsOf(figures, scale.size);
  const middles = years.map((year) => ({
    year,
    value: median(
      figures
        .filter(({ period }) => present(period, 'the period').start === year)
        .map((f) => f.value / scale.size),
    ),
  }));
  const href = ({ figures: [one, ...more], year }: Group) =>
    more.length === 0
      ? figureWords(present(one, 'the one'))
      : address('/ranking', {
          indicator: present(one, 'the one').indicator.code ?? present(one, 'the one').indicator.name,
          kind: 'target',
          measure: present(one, 'the one').measure,
          year,
        });
  const title = ({ year, figures: all }: Group) => {
    const names = all.slice(0, named).map(({ region }) => regionName(region, language));
    const rest = all.length > named ? ` +${all.length - named}` : '';
    return `${year} ${value(present(all[0], 'the first of all'), language)}\n${names.join(', ')}${rest}`;
  };
  const svg = draw(
    {
      width: 900,
      height: 320,
      marginLeft: 60,
      marginRight: 24,
      marginTop: 30,
      x: {
        label: null,
        domain: [
          present(years[0], 'the first of years') - 0.5,
          present(years.at(-1), 'the last of years') + 0.5,
        ],
        ticks: yearTicks(
          present(years[0], 'the first of years'),
          present(years.at(-1), 'the last of years'),
          12,
        ),
        tickFormat: (year: number) => String(year),
      },
      y: { label: scale.label, labelArrow: 'none', grid: true, nice: true, ticks: 6 },
      r: { range: [4, 4 + Math.sqrt(Math.max(...groups.map(({ figures: all }) => all.length))) * 3] },
      marks: [
        Plot.ruleY(middles, {
          x1: ({ year }: (typeof middles)[number]) => year - 0.32,
          x2: ({ year }: (typeof middles)[number]) => year + 0.32,
          y: 'value',
          stroke: 'var(--ink)',
          strokeWidth: 2,
        }),
        Plot.dot(groups, {
          x: 'year',
          y: 'value',
          r: ({ figures: all }: Group) => all.length,
          fill: 'var(--target-back)',
          stroke: 'var(--target)',
          strokeWidth: 1.5,
          href,
          title,
        }),
      ],
    },
    label,
  );
  return { svg, legend: [], note: null };
}

function groupsOf(figures: readonly Figure[], size: number): Group[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${present(figure.period, 'the period').start} ${figure.value}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((all) => ({
    year: present(present(all[0], 'the first of all').period, 'the period').start,
    value: present(all[0], 'the first of all').value / size,
    figures: all,
  }));
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? present(sorted[half], 'sorted at half')
    : (present(sorted[half - 1], 'the one before in sorted') + present(sorted[half], 'sorted at half')) / 2;
}
