import { hash } from 'node:crypto';
import type { Observation, Section } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import {
  type Bracket,
  type Claim,
  carriedInto,
  carriedOn,
  type FindPlace,
  NOTHING_CARRIED,
  readClaims,
} from './claims/index.ts';
import { confidenceOf } from './confidence/index.ts';
import { spanCursor } from './cursor.ts';
import { type Step, stepsOf } from './explain.ts';
import { basisOf } from './meaning/basis.ts';
import { timeOf } from './meaning/period.ts';
import { type SentenceTimes, timesOf } from './meaning/times.ts';
import { commitmentOf, scopeOf } from './meaning/words.ts';
import type { Stretch } from './reports/time/stretch.ts';

import { type Sentence, splitSentences } from './text/sentences.ts';
import { originalSpan, readView, type View } from './text/view.ts';
import type { Tools } from './tools.ts';

/** What observing needs to know of a report. Offsets are UTF-16 code units of the article's text. */
export interface Subject {
  span: { start: number; end: number };
  region: { name: string; adcode: string | null };
  sections: readonly Section[];
  stretches: readonly Stretch[];
  findPlace: FindPlace;
}

/** 31.“一对一”模式:…; “N”是指每个县…; 13.EFlops:是…: a line that says what a term means states nothing of the year. */
const DEFINITION =
  /^(?:(?:注|\[?\d{1,3}[.、:)\]])“[^”]{1,30}”[^,。:;]{0,12}:|(?:注?\d{0,3}[.、:)]?)?“?[^,。:;“”]{1,24}”?[^,。:;]{0,8}(?::(?:是|指|即|主要指)|是指|,是?指))/;
/** A line that a footnote mark opens. */
const NOTE = /^\[\d{1,3}\]/;
const isNote = (line: string): boolean => NOTE.test(line) || DEFINITION.test(line);
const LOOKS_BACK = /^(?:各位代表[,:!])?(?:回顾|过去(?:的)?[一五]年|一年来|五年来|去年|上年)/;

/** A sentence of a plan that opens with the past tells what has been. */
function lookBack(stretch: Stretch | null, text: string, sentence: Sentence): Stretch | null {
  if (stretch === null || stretch.kind === 'actual' || stretch.period === null || stretch.term)
    return stretch;
  if (!LOOKS_BACK.test(text.slice(sentence.start, sentence.start + 16))) return stretch;
  const year = stretch.period.start - 1;
  return { ...stretch, kind: 'actual', period: { start: year, end: year }, certain: false };
}

/** Told of each observation how it was read. */
export type Trace = (observation: Observation, steps: readonly Step[]) => void;

/** Every observation of one report, in the text's order. Pure, but for what `trace` does. */
export function observe(text: string, subject: Subject, tools: Tools, trace?: Trace): Observation[] {
  const view = readView(text, subject.span.start, subject.span.end);
  const quantities = tools.scanner.scan(view.text);
  const stretchesAt = spanCursor(subject.stretches);
  const sectionsAt = spanCursor(subject.sections);
  const observations: Observation[] = [];
  let next = 0;
  let inNote = false;
  let times: SentenceTimes = [];
  let carried = NOTHING_CARRIED;
  for (const sentence of splitSentences(view.text)) {
    while (next < quantities.length && present(quantities[next], 'quantities at next').start < sentence.start)
      next++;
    const first = next;
    while (next < quantities.length && present(quantities[next], 'quantities at next').end <= sentence.end)
      next++;
    if (sentence.opensLine) inNote = isNote(view.text.slice(sentence.start, sentence.start + 60));
    const words = view.text.slice(sentence.start, sentence.end);
    carried = carriedInto(words, sentence.opensLine, carried);
    times = timesOf(view.text, sentence, times);
    if (next === first || inNote) continue;
    const evidence = originalSpan(view, sentence.start, sentence.end);
    const claims = readClaims(
      view.text,
      sentence,
      quantities.slice(first, next),
      tools.grammar,
      subject.findPlace,
      carried,
    );
    carried = carriedOn(words, sentence.opensLine, claims, carried);
    const setting: Setting = {
      view,
      sentence,
      evidence: { ...evidence, text: text.slice(evidence.start, evidence.end) },
      times,
      brackets: claims.flatMap(({ bracket }) => bracket ?? []),
      stretch: lookBack(stretchesAt(evidence.start)[0] ?? null, view.text, sentence),
    };
    let whole: Observation['period'] = null;
    for (const claim of claims) {
      const span = originalSpan(view, claim.quantity.start, claim.quantity.end);
      const section = sectionsAt(span.start).map(({ title }) => title);
      if (claim.name === '') continue;
      const observation = toObservation(claim, { span, section, whole, ...setting }, text, subject, tools);
      if (!isStated(observation, setting.stretch)) continue;
      if (claim.measure === 'level' && !claim.removed.includes('其中')) whole = observation.period;
      observations.push(observation);
      trace?.(observation, stepsOf(claim, observation.quote, observation.indicator.code));
    }
  }
  return observations;
}

/** Of its notes only a communiqué's date figures of their own: 2024年地区生产总值修订为…. */
const isStated = ({ period }: Observation, stretch: Stretch | null): boolean =>
  stretch === null || !stretch.notes || (period !== null && !stretch.clock.promises);

/** What the claims of one sentence share. */
interface Setting {
  view: View;
  sentence: Sentence;
  evidence: Observation['sentence'];
  times: SentenceTimes;
  /** brackets with values of their own */
  brackets: readonly Bracket[];
  stretch: Stretch | null;
}

function toObservation(
  claim: Claim,
  {
    view,
    sentence,
    evidence,
    times,
    brackets,
    stretch,
    span,
    section,
    whole,
  }: Setting & Pick<Observation, 'span' | 'section'> & { whole: Observation['period'] },
  text: string,
  subject: Subject,
  tools: Tools,
): Observation {
  const { quantity } = claim;
  const opens = claim.bracket === null ? sentence.start : claim.bracket.start + 1;
  const before = view.text.slice(Math.max(opens, quantity.start - 80), quantity.start);
  const clause = lastClause(before);
  const quote = text.slice(span.start, span.end);
  const indicator = tools.indicators.find(claim.name, quantity.unit, claim.measure);
  const front = view.text.slice(sentence.start, quantity.start);
  const { kind, period } = timeOf(claim, stretch, timesFor(claim, times, brackets), front, clause, whole);
  const region = claim.place ?? subject.region;
  const name = claim.name.slice(0, 60);
  const what = [region.name, name, claim.measure, kind, period, span.start - subject.span.start, quote];
  const id = hash('sha256', JSON.stringify(what)).slice(0, 16);
  return {
    id,
    indicator: { name, code: indicator?.code ?? null },
    value: claim.sign * quantity.value,
    valueTo: quantity.valueTo === null ? null : claim.sign * quantity.valueTo,
    unit: quantity.unit,
    bound: quantity.bound,
    measure: claim.measure,
    kind,
    region,
    period,
    basis: basisOf(claim, clause, tools.grammar),
    quote,
    span,
    sentence: { ...evidence },
    section,
    hedge: quantity.hedge,
    commitment: commitmentOf(claim, clause, kind, tools.grammar),
    // What opens a bracket (按可比口径) is said of all its values.
    scope: scopeOf(claim.bracket === null ? clause : before, name, tools.grammar),
    flags: [...(quantity.damaged ? ['ocr'] : []), ...(claim.unpaired ? ['unpaired'] : [])],
    confidence: confidenceOf(claim, indicator !== null, stretch, period !== null),
  };
}

/** A time in brackets is of the values there, and theirs alone. */
function timesFor({ bracket }: Claim, times: SentenceTimes, brackets: readonly Bracket[]): SentenceTimes {
  if (brackets.length === 0) return times;
  const within = ({ start, end }: Bracket) => times.filter(({ at }) => at > start && at < end);
  const own = bracket === null ? [] : within(bracket);
  if (own.length > 0) return own;
  return times.filter(({ at }) => !brackets.some(({ start, end }) => at > start && at < end));
}

const lastClause = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';')) + 1);
