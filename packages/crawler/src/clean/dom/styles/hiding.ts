import { present } from '@zhibiao/shared';
import { type Element, isTag, isText, type ParentNode, walk } from '../nodes.ts';
import type { Cascade } from './cascade.ts';
import { isInvisible, readColour } from './colour.ts';

/** How an element is kept from readers. `tricked` is what sites also do to a whole text until a script has run. */
export type Hiding = 'none' | 'hidden' | 'tricked' | 'unsized' | 'coloured';

/** Text of the ground's colour is a trick where it is short; long text of that colour stands on a picture. */
const MAX_COLOURED = 60;
/** The channels of colours that are hard to see on white are at least so. */
const PALE = 225;
/** What is shifted further than this is off every screen. In pixels. */
const FAR = 400;

/** Whether a declaration can hide something on its own: which elements are looked at. */
export const mayHide = (property: string, value: string): boolean => suspects[property]?.(value) === true;

const isZero = (value: string): boolean => /^[+-]?(?:0+(?:\.0+)?|\.0+)(px|pt|em|rem|%|vw|vh)?$/.test(value);
const isFar = (value: string): boolean => pixels(value) < -FAR;
const suspects: Readonly<Record<string, (value: string) => boolean>> = {
  display: (v) => v === 'none',
  visibility: (v) => v === 'hidden' || v === 'collapse',
  'content-visibility': (v) => v === 'hidden',
  opacity: (v) => Number.parseFloat(v) < 0.05,
  'font-size': isTiny,
  font: (v) => isTiny(fontSize(v)),
  left: isFar,
  right: isFar,
  top: isFar,
  bottom: isFar,
  'text-indent': isFar,
  'margin-left': isFar,
  'margin-top': isFar,
  width: isZero,
  'max-width': isZero,
  height: isZero,
  'max-height': isZero,
  clip: (v) => /^rect/.test(v),
  'clip-path': (v) => /^inset\(\s*(50|100)%|^circle\(\s*0|^polygon\(\s*0(px)? 0(px)?\s*,\s*0(px)? 0/.test(v),
  transform: (v) => /scale[xy]?\(\s*0\s*[,)]|translate[xy]?\(\s*-\d{4,}px/.test(v),
  color: isPale,
};

function pixels(value: string): number {
  const [, number, unit] = value.match(/^([+-]?(?:\d+(?:\.\d+)?|\.\d+))(px|pt|em|rem|vw|vh|%|in|cm)?$/) ?? [];
  if (number === undefined) return 0;
  const size: Record<string, number> = {
    em: 16,
    rem: 16,
    vw: 12.8,
    vh: 7.2,
    '%': 4,
    in: 96,
    cm: 38,
    pt: 1.33,
  };
  return Number(number) * (size[unit ?? 'px'] ?? 1);
}

/** Of less than two pixels: nobody can read it. */
function isTiny(value: string): boolean {
  return isZero(value) || (/^(?:\d+(?:\.\d+)?|\.\d+)(px|pt)$/.test(value) && pixels(value) < 2);
}

/** Text of a ground's colour is written on white, nearly always. */
function isPale(value: string): boolean {
  const colour = readColour(value);
  return colour !== null && (colour[3] < 0.05 || colour.slice(0, 3).every((channel) => channel >= PALE));
}

const fontSize = (font: string): string =>
  font.match(/(?:^|\s)((?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|rem|%)?)(?=[/\s])/)?.[1] ?? '';

/**
 * What the cascade says of one element; what is said of the elements around it is theirs.
 *
 * @param suspected the properties that some rule would have hide it ({@link mayHide})
 */
export function hidingOf(element: Element, suspected: ReadonlySet<string>, cascade: Cascade): Hiding {
  const is = (property: string) => {
    if (!suspected.has(property)) return false;
    const value = cascade.value(element, property);
    return value !== null && present(suspects[property], 'suspects at property')(value);
  };
  if (is('display')) return 'hidden';
  if (is('visibility') || is('content-visibility') || is('opacity') || is('clip-path') || is('transform'))
    return 'tricked';
  const position = () => cascade.value(element, 'position');
  const isLifted = () => /^(absolute|fixed)$/.test(position() ?? '');
  if (['left', 'right', 'top', 'bottom'].some(is) && (isLifted() || position() === 'relative'))
    return 'tricked';
  if (is('text-indent') || is('margin-left') || is('margin-top')) return 'tricked';
  if (is('clip') && isLifted()) return 'tricked';
  if (['width', 'max-width', 'height', 'max-height'].some(is) && isClipped(element, cascade))
    return 'tricked';
  if (is('font-size') || is('font')) return 'unsized';
  return isShort(element) && is('color') && isOfItsGround(element, cascade) ? 'coloured' : 'none';
}

const isClipped = (element: Element, cascade: Cascade): boolean =>
  ['overflow', 'overflow-x', 'overflow-y'].some((p) => /hidden|clip/.test(cascade.value(element, p) ?? ''));

/** Whether an element declares a size of its own that can be read. */
export function hasReadableSize(element: Element, cascade: Cascade): boolean {
  const size = cascade.value(element, 'font-size') ?? fontSize(cascade.value(element, 'font') ?? '');
  // what is relative to a parent of no size has none
  return (
    size !== '' && size !== 'inherit' && !isTiny(size) && !/^[\d.]+(em|%)$|^(smaller|larger)$/.test(size)
  );
}

/** Short text in the colour of its ground, where the text around it has another. */
function isOfItsGround(element: Element, cascade: Cascade): boolean {
  const own = readColour(cascade.value(element, 'color') ?? '');
  const ground = groundOf(element, cascade);
  if (own === null || ground === null || !isInvisible(own, ground)) return false;
  const around = element.parent && isTag(element.parent) ? colourOf(element.parent, cascade) : black;
  return around !== null && !isInvisible(around, ground);
}

/** Whether an element holds text, and little of it: read no further than that. */
function isShort(element: Element): boolean {
  let chars = 0;
  walk(element, (node) => {
    if (isText(node)) chars += node.data.trim().length;
    return chars <= MAX_COLOURED;
  });
  return chars > 0 && chars <= MAX_COLOURED;
}

const black = [0, 0, 0, 1] as const;
const white = [255, 255, 255, 1] as const;

function colourOf(element: Element, cascade: Cascade) {
  const value = cascade.inherited(element, 'color');
  return value === null ? black : readColour(value);
}

/** The colour behind an element: white where nothing is said, null where it is a picture or cannot be read. */
function groundOf(element: Element, cascade: Cascade) {
  for (let at: ParentNode | null = element; at && isTag(at); at = at.parent) {
    const picture = cascade.value(at, 'background-image');
    if (picture !== null && picture !== 'none') return null;
    const value =
      cascade.value(at, 'background') ?? cascade.value(at, 'background-color') ?? at.attribs.bgcolor;
    if (value === undefined || value === null || /^(none|transparent|inherit|initial|unset)$/.test(value))
      continue;
    if (/url\(|gradient/.test(value)) return null;
    const colour = readColour(value.toLowerCase());
    if (colour === null || colour[3] > 0.5) return colour;
  }
  return white;
}
