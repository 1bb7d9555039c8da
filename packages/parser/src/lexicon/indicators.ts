import type { Measure } from '@zhibiao/shared';
import { expandName, type FoldName, type Indicator, type Lexicon, nameFolder } from './index.ts';

/** Known indicators by their names. */
export class IndicatorTable {
  readonly #byName: ReadonlyMap<string, readonly Indicator[]>;
  readonly #byCode: ReadonlyMap<string, Indicator>;
  readonly #fold: FoldName;

  constructor(lexicon: Lexicon) {
    this.#fold = nameFolder(lexicon.names);
    const names = new Map<string, Indicator[]>();
    for (const indicator of lexicon.indicators) {
      for (const name of indicator.names.flatMap(expandName)) {
        const key = this.#fold(name);
        const known = names.get(key);
        if (known === undefined) names.set(key, [indicator]);
        else if (!known.includes(indicator)) known.push(indicator);
      }
    }
    this.#byName = names;
    this.#byCode = new Map(lexicon.indicators.map((indicator) => [indicator.code, indicator]));
  }

  /** The indicator with a code. */
  get(code: string): Indicator | undefined {
    return this.#byCode.get(code);
  }

  /** Whether a name is that of an indicator, in any unit. */
  knows(name: string): boolean {
    return this.#byName.has(this.#fold(name));
  }

  /** The indicator that a claim's name means, with its unit and measure; `known` is also told for a longer name's end. */
  find(name: string, unit: string, measure: Measure): Indicator | null {
    const folded = this.#fold(name);
    // the rank of a growth is none of the indicator itself
    const ends = measure === 'rank' ? /(?:排名|总体|情况)$/ : /(?:增速|增幅|涨幅|排名|总体|情况)$/;
    for (const key of [folded, folded.replace(ends, '')]) {
      const fits = (this.#byName.get(key) ?? []).filter((indicator) => fitsMeasure(indicator, unit, measure));
      if (fits[0] !== undefined) return fits[0];
    }
    return null;
  }
}

/** What a rate, or its place in a ranking, changes by. */
const OF_A_RATE = /^(?:百分点|%|千分点|pp|个?[位名]次?)$/;

/** Units of a rank or a change are free; a level in % is of an indicator that is a rate, else it is a share of a plan. */
function fitsMeasure({ measures, units }: Indicator, unit: string, measure: Measure): boolean {
  if (!measures.includes(measure)) return false;
  const differs = measure === 'change' || measure === 'gap';
  if (differs && units[0] === '%') return OF_A_RATE.test(unit);
  if (measure === 'rank' || differs || units.length === 0 || unit === '' || unit === '倍') return true;
  if (measure === 'level' && unit === '%') return units[0] === '%';
  return units.includes(unit);
}
