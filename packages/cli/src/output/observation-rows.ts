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

export const observationCsvHead = [
  ...[
    'from',
    'region',
    'adcode',
    'period_start',
    'period_end',
    'kind',
    'indicator',
    'code',
    'measure',
    'value',
    'value_to',
  ],
  ...[
    'unit',
    'bound',
    'quote',
    'hedge',
    'commitment',
    'scope',
    'sentence',
    'section',
    'span_start',
    'span_end',
  ],
  ...['flags', 'confidence', 'id'],
];

export function observationCsvRow({ observation: o, from }: Found): (string | number | null)[] {
  return [
    ...[
      from,
      o.region.name,
      o.region.adcode,
      o.period?.start ?? null,
      o.period?.end ?? null,
      o.kind,
      o.indicator.name,
    ],
    ...[
      o.indicator.code,
      o.measure,
      o.value,
      o.valueTo,
      o.unit,
      o.bound,
      o.quote,
      o.hedge,
      o.commitment,
      o.scope,
    ],
    ...[
      o.sentence.text,
      o.section.join(' > '),
      o.span.start,
      o.span.end,
      o.flags.join(';'),
      o.confidence,
      o.id,
    ],
  ];
}

export function periodText(period: Period | null): string {
  if (!period) return '';
  return period.start === period.end ? String(period.end) : `${period.start}-${period.end}`;
}

const boundSigns = { '=': '', '~': '≈', '>=': '≥', '<=': '≤' } as const;
const measureSigns = { level: '', growth: '↗ ', change: 'Δ ', rank: '№ ', gap: '± ' } as const;

/** A value as people write it: 4017.36亿元, ≥ 5%. */
export function valueText(o: Observation): string {
  const upper = o.valueTo === null ? '' : `–${short(o.valueTo)}`;
  return `${measureSigns[o.measure]}${boundSigns[o.bound]}${short(o.value)}${upper}${o.unit}`;
}

/** By how much a value differs from another of its kind: +150亿元; of percentages, percentage points. */
export function differenceText({ unit, measure }: Observation, difference: number): string {
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
