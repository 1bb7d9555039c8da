import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { RareFields, Statement, StatementForm, StatementsRow } from '../tables/rows.ts';
import { claimNames } from './identity.ts';

/** What most observations say of these fields, and so do not say. */
const absent = {
  valueTo: null,
  bound: '=',
  basis: null,
  hedge: null,
  commitment: null,
  scope: null,
} as const satisfies Partial<Observation>;

const rarely = Object.keys(absent) as (keyof typeof absent)[];

/** @returns a version's observations in one row. @param id of the version */
export const statementsOf = (id: string, observations: readonly Observation[]): StatementsRow => ({
  id,
  ...packed(observations),
});

/** What a row of statements has beside its version's id. */
export type Statements = Omit<StatementsRow, 'id'>;

export function packed(observations: readonly Observation[]): Statements {
  const names = claimNames(observations);
  const sentences = new Shared<StatementsRow['sentences'][number]>();
  const indicators = new Shared<Observation['indicator']>();
  const forms = new Shared<StatementForm>();
  return {
    sentences: sentences.values,
    indicators: indicators.values,
    forms: forms.values,
    observations: observations.map((observation, i) => {
      const { indicator, sentence, span, quote } = observation;
      const from = span.start - sentence.start;
      const length = span.end - span.start;
      const statement: Statement = [
        present(names[i], 'names at i'),
        indicators.place(indicatorKey(indicator), () => indicator),
        forms.place(formKey(observation), () => formOf(observation)),
        observation.value,
        observation.confidence,
        sentences.place(`${sentence.start} ${sentence.end} ${sentence.text}`, () => packSentence(sentence)),
        from,
        length,
      ];
      const rare = rareFields(observation, `o${i + 1}`);
      if (!isWithin(sentence.text, from, length, quote)) rare.quote = quote;
      for (const _ in rare) statement[8] = rare;
      return statement;
    }),
  };
}

function rareFields(observation: Observation, name: string): RareFields {
  const rare: RareFields = {};
  if (observation.id !== name) rare.name = observation.id;
  for (const field of rarely)
    if (observation[field] !== absent[field]) Object.assign(rare, { [field]: observation[field] });
  if (observation.flags.length > 0) rare.flags = observation.flags;
  return rare;
}

/** SQL counts characters, JavaScript UTF-16 code units: where these are not the same, the quote is written out. */
const isWithin = (text: string, from: number, length: number, quote: string): boolean =>
  from >= 0 && text.startsWith(quote, from) && quote.length === length && !/[\ud800-\udfff\0]/.test(text);

const packSentence = ({ start, end, text }: Observation['sentence']): [number, string, number?] =>
  end === start + text.length ? [start, text] : [start, text, end];

const formOf = ({ unit, measure, kind, period, region, section }: Observation): StatementForm => ({
  unit,
  measure,
  kind,
  period,
  region,
  section,
});

/** A text without NUL, after which another may follow. */
const part = (value: string | null) => (value === null ? '\0' : `+${value}\0`);

const indicatorKey = ({ code, name }: Observation['indicator']) => part(code) + name;

function formKey({ unit, measure, kind, period, region, section }: Observation): string {
  const time = period && `${period.start} ${period.end} ${period.from ?? ''} ${period.to ?? ''}`;
  return `${part(unit)}${measure} ${kind} ${part(time)}${part(region.adcode)}${part(region.name)}${section.map(part).join('')}`;
}

/** Values that many observations share, each once. */
class Shared<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  place(key: string, value: () => T): number {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.values.push(value()) - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** @returns one observation of a version as the parser has made it */
export function observationAt(
  { sentences, indicators, forms, observations }: Statements,
  place: number,
): Observation {
  const [, indicator, form, value, confidence, sentence, from, length, rare] = present(
    observations[place],
    'observations at place',
  );
  const [start, text, end = start + text.length] = present(sentences[sentence], 'sentences at sentence');
  const { name = `o${place + 1}`, quote = text.slice(from, from + length), ...others } = rare ?? {};
  return {
    id: name,
    flags: [],
    ...absent,
    ...others,
    ...present(forms[form], 'forms at form'),
    indicator: present(indicators[indicator], 'indicators at indicator'),
    value,
    confidence,
    quote,
    span: { start: start + from, end: start + from + length },
    sentence: { start, end, text },
  };
}
