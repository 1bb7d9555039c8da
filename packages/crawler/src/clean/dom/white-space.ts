import { singleSpaces } from './nodes.ts';

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HAN = '\\u3400-\\u9fff\\u3000-\\u303f\\uff00-\\uffef\\u201c\\u201d\\u2018\\u2019';
const sourceBreak = new RegExp(`(?<=[${HAN}])[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=[${HAN}])`, 'g');

/** @returns the text as it is shown: no indents, single spaces, no soft hyphens or zero-width characters */
export function collapse(text: string): string {
  const shown = text.replace(invisible, '');
  const joined = shown.includes('\n') ? shown.replace(sourceBreak, '') : shown;
  return singleSpaces(joined.trim());
}
