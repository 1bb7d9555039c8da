import type { Observation } from '@zhibiao/shared';

/** What is plausible of a known indicator: levels in its units, growth in %. Both ends are plausible themselves. */
export type Plausible = {
  readonly units: readonly string[];
  readonly range?: readonly [number, number] | undefined;
  readonly growth?: readonly [number, number] | undefined;
};

/** Shares of a whole; 完成率, 占年度任务比重 and the like may pass 100. */
const OF_A_PLAN = /任务|计划|目标|预算|预期/;
const SHARE =
  /占比|比重|覆盖率|普及率|合格率|优良率|满意度|满意率|达标率|参保率|入园率|失业率|城镇化率|森林覆盖/;

/** Growth since a year named, over a plan period or over several years: the range is of yearly growth. */
const BASE = /[比较](?:\d{4}年|[“"]?十[一二三四]?五|换届|五年前)|翻|累计|[三四五]年/;

function isOverYears({ period, sentence, span }: Observation): boolean {
  if (period !== null && period.end > period.start) return true;
  const before = sentence.text.slice(
    Math.max(0, span.start - sentence.start - 40),
    span.end - sentence.start,
  );
  return BASE.test(before.replace(/\s+/g, ''));
}

const outside = (value: number, range: readonly [number, number] | undefined): boolean =>
  range !== undefined && (value < range[0] || value > range[1]);

/** Values outside of what their indicator can be: a misread multiplier, a typing error, or news. */
export function isImplausible(
  observation: Observation,
  plausible: (code: string) => Plausible | undefined,
): boolean {
  const { value, valueTo, unit, measure, indicator } = observation;
  const values = valueTo === null ? [value] : [value, valueTo];
  if (measure === 'rank') return values.some((rank) => rank < 1 || !Number.isInteger(rank));
  const isShare = unit === '%' && SHARE.test(indicator.name) && !OF_A_PLAN.test(indicator.name);
  if (measure === 'level' && isShare && values.some((v) => v < 0 || v > 100)) return true;
  const known = indicator.code === null ? undefined : plausible(indicator.code);
  if (!known) return false;
  if (measure === 'growth') return !isOverYears(observation) && values.some((v) => outside(v, known.growth));
  if (measure !== 'level') return false;
  return known.units.includes(unit) && values.some((v) => outside(v, known.range));
}
