import { present } from '@zhibiao/shared';
import { isScreen } from './styles/sheet.ts';

/**
 * Cuts scripts and styles out before parsing: often more than half of a page, which the parser would walk through character
 * by character. Structured data (ld+json) stays. An element that is never closed is left to the parser.
 */
export function stripScripts(html: string): {
  html: string;
  scriptChars: number;
  /** texts of style elements that count on a screen */
  styles: string[];
} {
  const opening = /<(script|style)\b([^>]*)(?:>|$)/gi;
  const kept: string[] = [];
  const ends = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };
  let at = 0;
  const styles: string[] = [];
  let scriptChars = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const name = present(match[1], 'group 1 of the match').toLowerCase() as keyof typeof ends;
    const end = ends[name];
    end.lastIndex = opening.lastIndex;
    const close = end.exec(html);
    if (!close) break;
    const after = close.index + close[0].length;
    if (!/ld\+json/i.test(present(match[2], 'group 2 of the match'))) {
      kept.push(html.slice(at, match.index));
      at = after;
      if (name === 'style' && isScreen(mediaOf(present(match[2], 'group 2 of the match'))))
        styles.push(html.slice(opening.lastIndex, close.index));
      if (name === 'script') scriptChars += close.index - opening.lastIndex;
    }
    opening.lastIndex = after;
  }
  kept.push(html.slice(at));
  return { html: kept.join(''), scriptChars, styles };
}

const mediaOf = (attributes: string): string =>
  attributes.match(/\bmedia\s*=\s*["']?([^"'>]*)/i)?.[1] ?? 'all';
