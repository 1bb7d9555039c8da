import { present } from '@zhibiao/shared';
/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export type Colour = readonly [number, number, number, number];

const named: Readonly<Record<string, Colour>> = {
  transparent: [0, 0, 0, 0],
  white: [255, 255, 255, 1],
  black: [0, 0, 0, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  whitesmoke: [245, 245, 245, 1],
  ghostwhite: [248, 248, 255, 1],
  red: [255, 0, 0, 1],
  blue: [0, 0, 255, 1],
  green: [0, 128, 0, 1],
  yellow: [255, 255, 0, 1],
  gray: [128, 128, 128, 1],
  grey: [128, 128, 128, 1],
};
/** Colours whose channels differ by no more are one to the eye. */
const NEAR = 14;

/** Reads `#fff`, `#ffffff`, `rgb()`, `rgba()` and the names above; null for any other. A shorthand's first colour counts. */
export function readColour(value: string): Colour | null {
  const hex = value.match(/#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? [...hex].map((d) => d + d).join('') : hex;
    const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
    return [channel(0), channel(2), channel(4), digits.length === 8 ? channel(6) / 255 : 1];
  }
  const call = value.match(/rgba?\(([^()]*)\)/)?.[1];
  if (call !== undefined) {
    const parts = call.split(/[\s,/]+/).filter(Boolean);
    const [r, g, b, a] = parts.map((p, i) =>
      p.endsWith('%') ? (Number.parseFloat(p) / 100) * (i < 3 ? 255 : 1) : Number(p),
    );
    return [r, g, b].every((n) => n !== undefined && Number.isFinite(n))
      ? [present(r, 'the r'), present(g, 'the g'), present(b, 'the b'), a ?? 1]
      : null;
  }
  const word = value.split(/[\s,]+/).find((w) => Object.hasOwn(named, w));
  return word === undefined ? null : present(named[word], 'named at word');
}

/** Whether text of the colour cannot be told from its ground. */
export function isInvisible(text: Colour, ground: Colour): boolean {
  if (text[3] < 0.05) return true;
  return text
    .slice(0, 3)
    .every((channel, i) => Math.abs(channel - present(ground[i], 'ground at i')) <= NEAR);
}
