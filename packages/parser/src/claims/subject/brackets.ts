import type { Grammar } from '../../lexicon/grammar.ts';

/** (不含农户,下同), (指有效期内的): what a name counts and what it leaves out is no part of it. */
const EXPLAINS = /\((?:不?(?:包?含|包括)|未含|扣除|剔除|不计|按|指|即|有效期内|下同)[^()]*\)/g;
/** (GDP), (CPI): the name again, in letters. */
const LETTERS = /\([A-Z]{2,5}\)/g;
/** (出口减进口): how it is worked out. */
const SUM = /[减加]|[小大]于|除以/;
const BEHIND = /^(.{2,})\(([^()]{2,16})\)$/;

/** A name without the brackets that only explain it: 生产总值(GDP), 固定资产投资(不含农户). */
export function unbracketed(name: string, grammar: Grammar): string {
  if (!name.includes('(')) return name;
  const plain = name.replace(EXPLAINS, '').replace(LETTERS, '');
  const [, outer, inner] = BEHIND.exec(plain) ?? [];
  if (outer === undefined || inner === undefined) return plain === '' ? name : plain;
  // 城镇常住人口占常住人口比重(常住人口城镇化率): the better known of two names
  if (grammar.knows(inner) && !grammar.knows(outer)) return inner;
  return grammar.knows(outer) || SUM.test(inner) ? outer : plain;
}
