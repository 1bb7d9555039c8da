import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { Language } from './labels.ts';
import type { Html } from './layout.ts';

/** A message in words of a language; `lang` of the element that shows it. */
export interface Said {
  readonly text: string;
  readonly lang: 'zh-CN' | 'en';
}

interface Known {
  /** what stands around that which differs */
  readonly pieces: readonly string[];
  readonly names: readonly string[];
  readonly chinese: string;
}

const slot = /\{(\w)\}/;
const known: readonly Known[] = (
  JSON.parse(readFileSync(new URL('../../data/messages.json', import.meta.url), 'utf8')) as {
    messages: [english: string, chinese: string][];
  }
).messages.map(([english, chinese]) => {
  const parts = english.split(slot);
  return {
    pieces: parts.filter((_, i) => i % 2 === 0),
    names: parts.filter((_, i) => i % 2 === 1),
    chinese,
  };
});

/** The message of an error in the reader's language: it is English where nobody has translated its kind. */
export function messageIn(language: Language, message: string): Said {
  if (language === 'zh')
    for (const { pieces, names, chinese } of known) {
      const values = valuesIn(pieces, message);
      if (values)
        return {
          text: chinese.replace(/\{(\w)\}/g, (_, name: string) => values[names.indexOf(name)] ?? ''),
          lang: 'zh-CN',
        };
    }
  return { text: message, lang: 'en' };
}

/** The message as an element in its language. */
export function said(message: string, language: Language): Html {
  const { text, lang } = messageIn(language, message);
  return html`<span lang="${lang}">${text}</span>`;
}

/** @returns what stands between the pieces; null where the text is not made of them */
function valuesIn(pieces: readonly string[], text: string): string[] | null {
  const [first = '', ...others] = pieces;
  if (!text.startsWith(first)) return null;
  const values: string[] = [];
  let from = first.length;
  for (const [i, piece] of others.entries()) {
    const isLast = i === others.length - 1;
    const at = isLast ? (text.endsWith(piece) ? text.length - piece.length : -1) : text.indexOf(piece, from);
    if (at < from) return null;
    values.push(text.slice(from, at));
    from = at + piece.length;
  }
  return from === text.length ? values : null;
}
