import type { Measure } from '@zhibiao/shared';
import type { Quantity } from '../quantities/quantity.ts';
import type { Bracket } from './clause/brackets.ts';
import type { Predicate } from './clause/predicate.ts';

/** How a claim came by its subject: what confidence rests on. */
export type Attachment =
  | 'direct'
  | 'counted'
  | 'listed'
  | 'parallel'
  | 'headed'
  | 'elided'
  | 'topic'
  | 'none';

/** A place named as the subject's owner. */
export interface Place {
  name: string;
  adcode: string | null;
}

/** What parts may be given of: its name, and its unit where it has a value. */
export interface Whole {
  name: string;
  unit: string | null;
}

/** Finds a place of the report's own area at the start of a phrase; `place` null where it is one of several. */
export type FindPlace = (phrase: string) => { place: Place | null; length: number } | null;

/** A quantity with its subject, before time, kind and code are known. */
export interface Claim {
  quantity: Quantity;
  /** the indicator's name as the text has it, elisions filled in */
  name: string;
  /** the verb of work in the name (新增), empty where there is none */
  verb: string;
  measure: Measure;
  /** the values of its list are growths, as a noun at the list's end says (涨幅) */
  ofGrowth: boolean;
  /** −1 where the quantity is a fall */
  sign: 1 | -1;
  predicate: Predicate;
  place: Place | null;
  attachment: Attachment;
  /** the rule that found the subject */
  rule: string;
  /** what it is a part of (其中…, 分…看, …中), else null */
  whole: Whole | null;
  /** words taken off the subject in front: 全市, 力争 */
  removed: readonly string[];
  /** number of the clause and of the part between semicolons */
  clause: number;
  part: number;
  /** the names that a parallel list was divided into */
  siblings: readonly string[];
  /** its list has another number of names than of values */
  unpaired: boolean;
  /** place of its own name among them */
  sibling: number;
  /** the brackets that it stands in, else null */
  bracket: Bracket | null;
  /** text of the clause up to the quantity */
  left: string;
  right: string;
}
