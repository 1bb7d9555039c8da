import type { Measure } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Attachment, Claim, Whole } from '../claim.ts';
import type { Phrase } from '../clause/phrase.ts';
import type { Predicate } from '../clause/predicate.ts';
import type { Slot } from '../clause/slots.ts';

/** Everything that a reading of a subject may look at. */
export interface Setting {
  slot: Slot;
  next: Slot | undefined;
  /** the slots behind this one */
  rest: readonly Slot[];
  /** the words before the quantity: its subject's phrase, and what the predicate says */
  phrase: Phrase;
  predicate: Predicate;
  measure: Measure;
  /** a place of its own was named before the phrase */
  placed: boolean;
  /** the sentence's claims so far, and the one that an elided subject takes up */
  claims: readonly Claim[];
  anchor: Claim | null;
  /** what the sentence gives the parts of, and what this value is a part of */
  wholes: readonly Whole[];
  whole: Whole | null;
  grammar: Grammar;
}

/** A way to find a subject, with a sentence that it reads and the name that it finds there. */
export interface SubjectRule {
  name: string;
  example: { text: string; subject: string };
  read: Reading;
}

/** A subject's name with its verb of work and the way it was found. */
export interface Named {
  name: string;
  verb: string;
  attachment: Attachment;
}

/** One way to find the subject; null where the words do not fit it. */
export type Reading = (setting: Setting) => Named | null;

/** Dimensions of things that are counted, where a noun may stand behind the number. */
export const COUNTED: ReadonlySet<string> = new Set([
  'count',
  'people',
  'area',
  'length',
  'weight',
  'volume',
  'power',
  'none',
  'data',
]);

const NEW =
  /^(?:新增加|新增|新建|新启动|新推出|新导入|新开通|净增加|净增|增加|增设|新认定|新培育|新引进|新设立|新设|新建成|新获批|新登记|新注册|新|引进|累计)/;

/** 创新案例新增22个: the verb may stand behind its subject. */
const NEW_BEHIND = /(?<=.{2})(?:新增|净增加?)$/;

/** Whether a name is that of a flow: 新增…, …新增. */
export const isFlow = (name: string): boolean => NEW.test(name) || NEW_BEHIND.test(name);

/** A flow's name as that of its stock: 新上市企业 → 上市企业. */
export const stockOf = (name: string): string => name.replace(NEW, '').replace(NEW_BEHIND, '');

/** How many claims back an elided subject may reach. */
export const NEAR = 12;

/** 居全省第4位,前移|3位: places and ranks take up ranks. */
const ofRanks = ({ quantity, left }: Slot): boolean =>
  quantity.dimension === 'rank' ||
  quantity.dimension === 'place' ||
  (quantity.unit === '位' && /(?:移|进|升|降|提升|上升|晋升)了?$/.test(left));

/** The claim that an elided subject takes up: the last level for a growth, else the last claim. */
export function anchorOf(claims: readonly Claim[], slot: Slot, measure: Measure): Claim | null {
  const near = claims
    .slice(-NEAR)
    .filter((claim) => slot.clause - claim.clause <= 3 && (claim.measure !== 'rank' || ofRanks(slot)));
  const last = near[near.length - 1];
  if (last === undefined) return null;
  // 粮食产量61万吨,经营主体净增3万户、|增长6%: of what has just changed
  if (measure === 'growth' && last.measure === 'change' && last.quantity.dimension !== 'point') return last;
  // 占年初预算的106%,比上年增加6.9亿元: the increase is of what is counted in its unit
  if (measure === 'change' && last.quantity.dimension === 'percent' && slot.quantity.dimension !== 'point') {
    const same = near.findLast(({ quantity }) => quantity.unit === slot.quantity.unit);
    if (same !== undefined) return same;
  }
  if (measure === 'growth' && last.measure !== 'growth') {
    const levels = near.filter((claim) => claim.measure === 'level');
    const amounts = levels.filter((claim) => !['percent', 'multiple'].includes(claim.quantity.dimension));
    return amounts[amounts.length - 1] ?? levels[levels.length - 1] ?? last;
  }
  return last;
}
