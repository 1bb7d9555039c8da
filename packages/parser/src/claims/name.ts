import { nameBehind, nameOwned } from './behind.ts';
import { nameDirect, nameVerbOnly } from './direct.ts';
import { nameElided } from './elided.ts';
import { nameHeaded } from './headed.ts';
import { listedKind } from './phrase.ts';
import { namePlanned, nameQualified } from './qualified.ts';
import type { Named, Reading, Setting } from './setting.ts';

/** A、B等学校5所: what a list is of. */
const nameListed: Reading = (setting) => {
  const { phrase, grammar } = setting;
  const list = listedKind(phrase);
  if (list === null) return null;
  if (list.verb === '' && grammar.bareHeads.has(list.kind)) {
    const headed = nameHeaded({ ...setting, phrase: { ...phrase, verb: '', noun: list.kind } });
    if (headed !== null) return headed;
  }
  return list.kind.length < 2 ? null : { name: list.verb + list.kind, verb: list.verb, attachment: 'listed' };
};

/** Ways to find a subject; the first that fits wins. */
const READINGS: readonly Reading[] = [
  nameOwned,
  nameBehind,
  nameListed,
  nameElided,
  namePlanned,
  nameQualified,
  nameHeaded,
  nameVerbOnly,
  nameDirect,
];

/** The name of a quantity's subject. */
export function nameOf(setting: Setting): Named {
  for (const read of READINGS) {
    const named = read(setting);
    if (named !== null) return named;
  }
  return { name: '', verb: '', attachment: 'none' };
}
