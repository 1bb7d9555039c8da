import { present } from '@zhibiao/shared';
import { drawing } from './plot.ts';

/** One line of a small chart; a time without a value is a gap. */
export interface Moment {
  /** milliseconds since the epoch */
  readonly at: number;
  readonly value: number | null;
}

const hourMs = 3_600_000;
const beijingMs = 8 * hourMs;
/** Every sixth hour of the day in China. */
const tickMs = 6 * hourMs;
const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Shanghai',
});

/** A day of one measure as a small area, its scale from zero to the largest value. @returns the SVG element */
export async function historyChart(
  moments: readonly Moment[],
  label: string,
  tone: 'actual' | 'bad',
): Promise<string> {
  const { Plot, draw } = await drawing();
  const [first, last] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 1];
  const most = Math.max(0, ...moments.map(({ value }) => value ?? 0));
  const from = Math.ceil((first + beijingMs) / tickMs) * tickMs - beijingMs;
  const ticks = Array.from({ length: 5 }, (_, i) => from + i * tickMs).filter((at) => at <= last);
  const points = merged(moments);
  const common = { x: 'at', curve: 'step-after', defined: ({ value }: Moment) => value !== null } as const;
  return draw(
    {
      width: 300,
      height: 110,
      marginLeft: 38,
      marginRight: 12,
      marginTop: 12,
      marginBottom: 22,
      x: {
        type: 'linear',
        domain: [first, last],
        label: null,
        ticks,
        tickSize: 3,
        tickFormat: (at: number) => clock.format(at),
      },
      y: {
        domain: [0, most || 1],
        label: null,
        ticks: most === 0 ? [0] : [0, most],
        tickFormat: short,
        grid: true,
      },
      marks: [
        Plot.areaY(points, { ...common, y: 'value', fill: `var(--${tone}-back)` }),
        Plot.lineY(points, { ...common, y: 'value', stroke: `var(--${tone})`, strokeWidth: 1.5 }),
      ],
    },
    label,
  );
}

/** Leaves out what lies on the line between its neighbours. */
const merged = (moments: readonly Moment[]): Moment[] =>
  moments.filter(
    ({ value }, i) =>
      i === 0 ||
      i === moments.length - 1 ||
      value !== present(moments[i - 1], 'the one before in moments').value ||
      value !== present(moments[i + 1], 'the next of moments').value,
  );

const numbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const short = (n: number) => numbers.format(n);
