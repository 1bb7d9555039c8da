import { present } from '@zhibiao/shared';
import type { Ranked } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { figureWords } from '../view/figure-cells.ts';
import { value } from '../view/format.ts';
import type { Language } from '../view/labels.ts';
import { type Chart, textWidth } from './chart.ts';
import { drawing } from './plot.ts';
import { axisScale } from './scale.ts';

const mostBars = 40;

/** Regions by a figure, the first at the top; a target's bar is hollow. */
export async function rankingBars(
  ranked: readonly Ranked[],
  label: string,
  language: Language,
): Promise<Chart | null> {
  if (ranked.length < 2) return null;
  const { Plot, draw } = await drawing();
  const rows = ranked.slice(0, mostBars).map(({ place, figure }, i) => ({ place, figure, at: String(i) }));
  const scale = axisScale(
    rows.map(({ figure }) => figure),
    language,
  );
  const names = new Map(
    rows.map(({ at, place, figure }) => [at, `${place} ${regionName(figure.region, language)}`]),
  );
  const hollow = present(rows[0], 'the first of rows').figure.kind === 'target';
  const svg = draw(
    {
      width: 640,
      height: 50 + rows.length * 22,
      marginLeft: 16 + Math.max(...[...names.values()].map(textWidth)),
      marginRight: 90,
      marginTop: 30,
      marginBottom: 6,
      x: { label: scale.label, axis: 'top', grid: true, nice: true, labelArrow: 'none' },
      y: {
        label: null,
        domain: rows.map(({ at }) => at),
        tickFormat: (at: string) => names.get(at) ?? '',
        tickSize: 0,
      },
      marks: [
        Plot.barX(rows, {
          x: ({ figure }: (typeof rows)[number]) => figure.value / scale.size,
          y: 'at',
          fill: hollow ? 'var(--target-back)' : 'var(--actual)',
          stroke: hollow ? 'var(--target)' : 'var(--actual)',
          href: ({ figure }: (typeof rows)[number]) => figureWords(figure),
          title: ({ figure }: (typeof rows)[number]) =>
            `${regionName(figure.region, language)} ${value(figure, language)}\n${figure.quote}`,
        }),
        Plot.text(rows, {
          x: ({ figure }: (typeof rows)[number]) => Math.max(0, figure.value / scale.size),
          y: 'at',
          text: ({ figure }: (typeof rows)[number]) => value(figure, language),
          textAnchor: 'start',
          dx: 5,
        }),
        Plot.ruleX([0]),
      ],
    },
    label,
  );
  return {
    svg,
    legend: [],
    note: rows.length < ranked.length ? { drawn: rows.length, of: ranked.length } : null,
  };
}
