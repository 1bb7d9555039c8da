import type { PromiseKept } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import type { Language } from '../view/labels.ts';
import { wordsAddress } from '../view/observation-cells.ts';
import { type Chart, textWidth } from './chart.ts';
import { drawing } from './plot.ts';
import { axisScale } from './scale.ts';

const mostRows = 24;

/**
 * Promise against result, a line for each pair: hollow what was promised, solid what came of it. Amounts of different
 * units cannot share an axis: the unit that most pairs have is drawn.
 */
export async function dumbbell(promises: readonly PromiseKept[], language: Language): Promise<Chart | null> {
  const pairs = promises.flatMap(({ target, actual, judgement }) => {
    const same =
      actual &&
      actual.observation.unit === target.observation.unit &&
      actual.observation.measure === target.observation.measure;
    return same ? [{ target, actual, verdict: judgement?.verdict ?? 'cannot tell' }] : [];
  });
  const units = new Map<string, typeof pairs>();
  for (const pair of pairs) {
    const { unit, measure } = pair.target.observation;
    const key = `${measure} ${unit}`;
    units.set(key, [...(units.get(key) ?? []), pair]);
  }
  const drawn = [...units.values()].sort((a, b) => b.length - a.length)[0]?.slice(0, mostRows) ?? [];
  if (drawn.length < 2) return null;
  const { Plot, draw } = await drawing();
  const scale = axisScale(
    drawn.map(({ target }) => target.observation),
    language,
  );
  const rows = drawn.map(({ target, actual, verdict }, i) => {
    const o = target.observation;
    const [one] = drawn;
    const parts = [
      regionName(o.region, language),
      period(o.period),
      drawn.some((other) => other.target.topic !== one!.target.topic)
        ? indicatorName(o.indicator, language)
        : '',
    ];
    return {
      label: parts.filter(Boolean).join(' '),
      place: String(i),
      from: o.value / scale.size,
      to: actual.observation.value / scale.size,
      verdict,
      target,
      actual,
    };
  });
  const labels = new Map(rows.map(({ place, label }) => [place, label]));
  const colour = ({ verdict }: (typeof rows)[number]) =>
    verdict === 'met' ? 'var(--good)' : verdict === 'missed' ? 'var(--bad)' : 'var(--soft)';
  const width = 760;
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
          href: ({ target }: (typeof rows)[number]) => wordsAddress(target),
          title: ({ label, target }: (typeof rows)[number]) =>
            `${label} ${value(target.observation, language)}\n${target.observation.sentence.text}`,
        }),
        Plot.dot(rows, {
          x: 'to',
          y: 'place',
          r: 5,
          fill: 'var(--actual)',
          href: ({ actual }: (typeof rows)[number]) => wordsAddress(actual),
          title: ({ label, actual }: (typeof rows)[number]) =>
            `${label} ${value(actual.observation, language)}\n${actual.observation.sentence.text}`,
        }),
      ],
    },
    { zh: '目标与结果', en: 'Promise and result' }[language],
  );
  return {
    svg,
    legend: 'kinds',
    note: drawn.length < pairs.length ? { drawn: drawn.length, of: pairs.length } : null,
  };
}
