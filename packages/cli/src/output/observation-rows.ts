import type { Observation, Period } from '@zhibiao/shared';

/** Where an observation was found, for tables and exports. */
export interface Found {
  readonly observation: Observation;
  readonly year: number | null;
  readonly from: string;
}

export const observationHead = ['region', 'year', 'kind', 'indicator', 'value', 'quote'] as const;

/** Cells of the table that people read. */
export function observationRow({ observation: o, year }: Found): string[] {
  return [
    o.region.name,
    periodText(o.period) || String(year ?? ''),
    o.kind,
    o.indicator.name,
    valueText(o),
    o.quote,
  ];
}

export function periodText(period: Period | null): string {
  if (!period) return '';
  return period.start === period.end ? String(period.end) : `${period.start}-${period.end}`;
}

const boundSigns = { '=': '', '~': '≈', '>=': '≥', '<=': '≤' } as const;
const measureSigns = { level: '', growth: '↗ ', change: 'Δ ', rank: '№ ', gap: '± ' } as const;

/** A value as people write it: 4017.36亿元, ≥ 5%. */
export function valueText(o: Pick<Observation, 'value' | 'valueTo' | 'unit' | 'bound' | 'measure'>): string {
  const upper = o.valueTo === null ? '' : `–${short(o.valueTo)}`;
  return `${measureSigns[o.measure]}${boundSigns[o.bound]}${short(o.value)}${upper}${o.unit}`;
}

/** By how much a value differs from another of its kind: +150亿元; of percentages, percentage points. */
export function differenceText(
  { unit, measure }: Pick<Observation, 'unit' | 'measure'>,
  difference: number,
): string {
  const sign = difference > 0 ? '+' : '';
  return `${sign}${short(difference)}${unit === '%' ? ' pp' : measure === 'rank' ? '' : unit}`;
}

function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return `${round(value / 1e12)}万亿`;
  if (size >= 1e8) return `${round(value / 1e8)}亿`;
  if (size >= 1e4) return `${round(value / 1e4)}万`;
  return String(round(value));
}

const round = (value: number) => Number(value.toPrecision(10));
