import { present } from '@zhibiao/shared';
import characters from 'opencc-js/dict/TSCharacters';

/** Forms of Hong Kong and Macau that the table lacks. */
const OWN: readonly (readonly [traditional: string, simplified: string])[] = [['於', '于']];

const identity = (): Uint16Array => Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);

/** Every code unit's simplified form; those of other planes, and of other planes' simplified forms, stay. */
const SIMPLIFIED: Uint16Array = (() => {
  const table = identity();
  for (const entry of characters.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (const [from, to] of OWN) table[from.charCodeAt(0)] = to.charCodeAt(0);
  return table;
})();

/** The simplified form of a UTF-16 code unit, one for one. */
export const simplified = (unit: number): number => present(SIMPLIFIED[unit], 'SIMPLIFIED at unit');

/** So much of a text tells in which characters it is written. */
const SAMPLE = 3000;
/** Simplified texts hold a few traditional characters in names (乾县); of traditional ones they are a third. */
const LEAST_SHARE = 0.15;

/** Whether a text is written in traditional characters. */
export function isTraditional(text: string, start = 0, end = text.length): boolean {
  let han = 0;
  let traditional = 0;
  for (let at = start; at < Math.min(end, start + SAMPLE); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x4e00 || unit > 0x9fff) continue;
    han += 1;
    if (SIMPLIFIED[unit] !== unit) traditional += 1;
  }
  return traditional > han * LEAST_SHARE;
}
