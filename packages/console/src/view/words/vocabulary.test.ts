import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGazetteer } from '@zhibiao/parser/gazetteer';
import { loadLexicon } from '@zhibiao/parser/lexicon';
import { Genre, Kind, Measure, QuarantineRecord, Run, WebhookEvent } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import { comparedFields } from '@zhibiao/store';
import { ReprocessSelection } from '@zhibiao/store/reprocess';
import { describe, expect, it } from 'vitest';
import { regionName } from '../../providers/regions.ts';
import { codeName, indicatorCodes } from '../indicators.ts';
import { words } from '../labels.ts';
import { reasonWords } from '../reasons.ts';
import { unitWord } from '../units.ts';

const packages = fileURLToPath(new URL('../../../../', import.meta.url));
const chinese = /[\u3400-\u9fff]/;

/** The text of the sources of a package, without tests. */
function sourcesOf(name: string): string {
  const root = join(packages, name, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}
const code = ['shared', 'crawler', 'parser', 'store', 'runtime', 'console'].map(sourcesOf).join('\n');
const found = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, one]) => one!))].sort();

/** Words beside flags that are none. */
const notFlags = new Set(['other-article', 'plan-year', 'review-year', 'work-report']);
/** Classes that only tests have. */
const notShipped = new Set(['Killed', 'NoSuchPageError']);
/** Where the reasons are given why a verdict cannot be told. */
const judged = readFileSync(join(packages, 'store/src/compare/satisfaction.ts'), 'utf8').replace(
  /^import.*$/gm,
  '',
);

/** Rules as the parser names them: what stands before a colon, where there is one. */
const rulesSaid = [
  ...readFileSync(join(packages, 'parser/src/explain.ts'), 'utf8').matchAll(
    /(?:rule: |step\(|\? |: )['`]([a-z][a-z ]+?)(?=[:'`$])/g,
  ),
].map(([, one]) => one!);

const classes = found(/class (\w+) extends \w*Error\b/g).filter((one) => !notShipped.has(one));

const lists: Readonly<Record<string, readonly string[]>> = {
  error: classes,
  advice: classes,
  // Flags are set where the word stands: in a list of flags or by `flags.add`.
  flag: found(/(?:flags?\b[^\n]*|\? )\[?'([a-z]+(?:-[a-z]+)+)'/g).filter((one) => !notFlags.has(one)),
  state: Run.shape.state.options,
  type: Run.shape.type.options,
  selection: ['sources', 'urls', 'again', 'repair', 'imported', ...Object.keys(ReprocessSelection.shape)],
  from: ReprocessSelection.shape.from.unwrap().options,
  stage: QuarantineRecord.shape.stage.options,
  queue: queueNames,
  event: [...WebhookEvent.options, 'test'],
  genre: Genre.options,
  field: [...comparedFields, 'code', 'name'],
  rule: rulesSaid,
  verdict: ['open', 'met', 'missed', 'cannot tell'],
  change: ['new', 'changed', 'retired'],
  review: ['checked', 'wrong', 'corrected'],
  reason: [...judged.matchAll(/reason:\s*'([^']+)'/g)].map(([, one]) => one!),
  '': [...Kind.options, ...Measure.options],
};

describe('the vocabulary', () => {
  it('is found in the code', () => {
    expect(lists.error!.length).toBeGreaterThan(40);
    expect(lists.error).toContain('HttpStatusError');
    expect(lists.reason!.length).toBeGreaterThan(1);
    expect(lists.rule).toEqual(
      expect.arrayContaining(['quantity', 'gap to', 'compared with', 'subject', 'indicator']),
    );
    expect(lists.flag).toEqual(expect.arrayContaining(['struck-out', 'attachment-only', 'sum-inconsistent']));
  });

  it.each(Object.entries(lists))('%s has words in both languages', (prefix, values) => {
    const of = (value: string) => (prefix ? `${prefix}.${value}` : value);
    const lacking = values.filter((value) => {
      const [zh, en] = (words as Record<string, readonly [string, string]>)[of(value)] ?? [];
      // The name of a class is no English.
      return !zh || !en || !chinese.test(zh) || chinese.test(en) || /^\w+Error$/.test(en);
    });
    expect(lacking).toEqual([]);
  });

  it('names every indicator that has a code in both languages', () => {
    const codes = loadLexicon().indicators.map((indicator) => indicator.code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((one) => !indicatorCodes.includes(one))).toEqual([]);
    const lacking = codes.filter(
      (one) =>
        !chinese.test(codeName(one, 'zh')) ||
        chinese.test(codeName(one, 'en')) ||
        codeName(one, 'en') === one,
    );
    expect(lacking).toEqual([]);
  });

  it('says every unit of the lexicon in English', () => {
    const units = Object.values(loadLexicon().units).flat();
    expect(units.length).toBeGreaterThan(100);
    expect(units.filter((unit) => chinese.test(unitWord(unit, 'en')))).toEqual([]);
  });

  it('says in both languages that measures and units differ', () => {
    expect(reasonWords('level in 元 against growth in %', 'zh')).toBe('两者不可比： 数量 (元) / 增速 (%)');
    expect(reasonWords('level in 元 against growth in %', 'en')).toBe(
      'they cannot be compared: level (yuan) / growth (%)',
    );
    expect(reasonWords('change in counts against rank in counts', 'zh')).toBe('两者不可比： 增减 / 位次');
  });

  it('names every region, present or former, in English', () => {
    const places = openGazetteer().places.filter((place) => place.adcode !== null);
    expect(places.length).toBeGreaterThan(3_000);
    expect(places.filter((place) => chinese.test(regionName(place, 'en'))).map(({ name }) => name)).toEqual(
      [],
    );
  });
});
