import type { Measure } from '@zhibiao/shared';
import type { Indicator, Lexicon } from '../lexicon/index.ts';
import { WordTable } from '../lexicon/index.ts';

/** Spellings that mean the same in a name. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[“”‘’《》()·\s,、"']/g, ''],
  [/规模以上/g, '规上'],
  [/的/g, ''],
  [/国内生产总值/g, '地区生产总值'],
  [/pm2\.5/gi, 'PM2.5'],
  [/pm10/gi, 'PM10'],
  [/III/g, 'Ⅲ'],
  [/GDP/gi, '地区生产总值'],
  [/优良天数比例/g, '优良天数比率'],
];
const FRONT =
  /^(?:全市|全省|全县|全区|全州|我市|我县|我区|我省|全旗|全自治区|市区|本市|预计|累计|全年|其中|完成|实现|共|同期|辖区|实际完成|全社会(?=用电|工业)|当年)+/;
const BACK = /(?:完成|实现|达到|预计|总体|水平|达)+$/;

/** One spelling per name: widths, quotes, 的 and 规模以上 do not tell indicators apart. */
export function foldName(name: string): string {
  let text = name.normalize('NFKC');
  for (const [pattern, plain] of SAME) text = text.replace(pattern, plain);
  return text.replace(FRONT, '').replace(BACK, '');
}

/** Known indicators by their names. */
export class IndicatorTable {
  readonly #byName: WordTable<readonly Indicator[]>;

  constructor(lexicon: Lexicon) {
    const names = new Map<string, Indicator[]>();
    for (const indicator of lexicon.indicators) {
      for (const name of indicator.names.flatMap(expand)) {
        const key = foldName(name);
        const known = names.get(key);
        if (known === undefined) names.set(key, [indicator]);
        else if (!known.includes(indicator)) known.push(indicator);
      }
    }
    this.#byName = new WordTable(names);
  }

  /** The indicator that a claim's name means, with its unit and measure; `known` is also told for a longer name's end. */
  find(name: string, unit: string, measure: Measure): Indicator | null {
    const folded = foldName(name);
    for (const key of [folded, folded.replace(/(?:增速|增幅|涨幅|排名|总体|情况)$/, '')]) {
      const fits = (this.#byName.get(key) ?? []).filter(
        (indicator) =>
          indicator.measures.includes(measure) &&
          (measure === 'rank' ||
            measure === 'change' ||
            indicator.units.length === 0 ||
            unit === '' ||
            indicator.units.includes(unit)),
      );
      if (fits[0] !== undefined) return fits[0];
    }
    return null;
  }
}

/** `[新增|净增]市场主体` stands for two names. */
function expand(name: string): string[] {
  const match = /^(.*?)\[([^\]]+)\](.*)$/.exec(name);
  if (match === null) return [name];
  return match[2]!.split('|').flatMap((choice) => expand(match[1]! + choice + match[3]!));
}
