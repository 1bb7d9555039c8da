import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import {
  Hedges,
  type Indicator,
  Indicator as IndicatorSchema,
  Names,
  Stops,
  Units,
  Verbs,
} from './schema.ts';

/** Everything the parser knows about the language of reports; immutable. */
export interface Lexicon {
  readonly indicators: readonly Indicator[];
  readonly units: Units;
  readonly hedges: Hedges;
  readonly verbs: Verbs;
  readonly stops: Stops;
  readonly names: Names;
  /** sha256 over the content of all files, first 12 digits: part of the parser's version */
  readonly hash: string;
}

const OWN = new URL('../../data/lexicon/', import.meta.url);
const Indicators = z.array(IndicatorSchema);

/** A user's file of more words: any list of the built-in files, by its key. */
const Additions = z.record(z.string(), z.array(z.unknown()));

/**
 * The built-in lexicon, with a user's folder merged over it. The folder may hold `indicators.json` (an array: an entry
 * with a known code adds its names, units and range to it; a new code is a new indicator) and any of `units.json`,
 * `hedges.json`, `verbs.json`, `stops.json`, `names.json` (an object: its lists are added to the built-in lists).
 *
 * @param extraFolder path of the user's folder
 * @throws UsageError if a file is missing, is not JSON, or does not fit its schema
 * @example
 * ```ts
 * import { loadLexicon } from '@zhibiao/parser';
 * loadLexicon().indicators.find(({ code }) => code === 'gdp').names[0]; // → '地区生产总值'
 * ```
 */
export function loadLexicon(extraFolder?: string): Lexicon {
  if (extraFolder !== undefined && !existsSync(extraFolder)) {
    throw new UsageError(
      `lexicon folder ${extraFolder} does not exist; name a folder with JSON files`,
      extraFolder,
    );
  }
  const hash = createHash('sha256');
  const own = (file: string): unknown => {
    const text = readFileSync(new URL(file, OWN), 'utf8');
    hash.update(file).update(text);
    return JSON.parse(text);
  };
  const extra = (file: string): unknown => {
    if (extraFolder === undefined || !readdirSync(extraFolder).includes(file)) return undefined;
    const text = readFileSync(`${extraFolder}/${file}`, 'utf8');
    hash.update(file).update(text);
    return text;
  };
  const load = <T>(file: string, schema: z.ZodType<T>, merge: (base: T, more: unknown) => unknown): T => {
    const base = schema.parse(own(file));
    const text = extra(file);
    if (text === undefined) return base;
    const path = `${extraFolder}/${file}`;
    try {
      return schema.parse(merge(base, JSON.parse(String(text))));
    } catch (cause) {
      const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new UsageError(`${path} is no valid lexicon file: ${reason}`, path, { cause });
    }
  };
  return Object.freeze({
    indicators: load('indicators.json', Indicators, mergeIndicators),
    units: load('units.json', Units, mergeLists),
    hedges: load('hedges.json', Hedges, mergeLists),
    verbs: load('verbs.json', Verbs, mergeLists),
    stops: load('stops.json', Stops, mergeLists),
    names: load('names.json', Names, mergeLists),
    hash: hash.digest('hex').slice(0, 12),
  });
}

function mergeIndicators(base: readonly Indicator[], more: unknown): Indicator[] {
  const merged = new Map(base.map((indicator) => [indicator.code, indicator]));
  for (const indicator of Indicators.parse(more)) {
    const known = merged.get(indicator.code);
    merged.set(
      indicator.code,
      known
        ? {
            ...known,
            definition: indicator.definition || known.definition,
            names: [...new Set([...known.names, ...indicator.names])],
            units: [...new Set([...known.units, ...indicator.units])],
            range: indicator.range ?? known.range,
          }
        : indicator,
    );
  }
  return [...merged.values()];
}

function mergeLists<T extends object>(base: T, more: unknown): object {
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, words] of Object.entries(Additions.parse(more))) {
    const known = merged[key];
    merged[key] = Array.isArray(known) ? [...known, ...words] : words;
  }
  return merged;
}
