import { readFileSync } from 'node:fs';
import { type Language, wordsOf } from '../view/labels.ts';
import { type Chart, textWidth } from './chart.ts';

export interface Stands {
  readonly title: string;
  /** where it can be seen again, which its links are made whole with */
  readonly address: URL;
  readonly language: Language;
}

const empty = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
const margin = 16;
const line = 20;

/**
 * A picture that stands without the console, for documents and slides: with its title, its legend and the address that
 * it comes from, in the colours
 * of the light stylesheet.
 */
export function standalone(chart: Chart | null, { title, address, language }: Stands): string {
  if (!chart) return empty;
  const [width, height] = ['width', 'height'].map((name) =>
    Number(new RegExp(`^<svg[^>]*\\s${name}="(\\d+)"`).exec(chart.svg)?.[1]),
  ) as [number, number];
  const legend = legendOf(chart, language, width);
  const top = margin + 24 + legend.height;
  const whole = { width: width + 2 * margin, height: top + height + 24 };
  const style = `svg{${variables()}color:var(--ink);font:12px var(--sans)}`;
  const inner = chart.svg
    .replace(/^<svg/, `<svg x="${margin}" y="${top}"`)
    .replaceAll(' href="/', ` href="${address.origin}/`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}"><style>${style}</style>
<rect width="100%" height="100%" fill="#fff"/><text x="${margin}" y="${margin + 10}" font-size="15" font-weight="650" fill="currentColor">${escaped(title)}</text>
${legend.svg}${inner}
<text x="${margin}" y="${whole.height - 8}" font-size="10" fill="var(--soft)">${escaped(decodeURI(address.href))}</text></svg>`;
}

/** The same legend as in the page, line by line. */
function legendOf({ legend }: Chart, language: Language, width: number): { svg: string; height: number } {
  if (legend.length === 0) return { svg: '', height: 0 };
  const t = wordsOf(language);
  const series = legend === 'kinds' ? [] : legend;
  const entries = [
    ...series.map((name, i) => ({ name, colour: `var(--series-${i + 1})`, hollow: false })),
    { name: t('actual'), colour: 'var(--ink)', hollow: false },
    { name: t('target'), colour: 'var(--ink)', hollow: true },
  ];
  let [x, y] = [margin, margin + 32];
  const drawn = entries.map(({ name, colour, hollow }) => {
    const wide = 16 + textWidth(name) + 18;
    if (x + wide > width) [x, y] = [margin, y + line];
    const at = x;
    x += wide;
    return `<circle cx="${at + 5}" cy="${y}" r="4" fill="${
      hollow ? '#fff' : colour
    }" stroke="${colour}" stroke-width="2"/><text x="${at + 16}" y="${y + 4}" fill="currentColor">${escaped(name)}</text>`;
  });
  return { svg: drawn.join(''), height: y - margin - 32 + line };
}

function variables(): string {
  const css = readFileSync(new URL('../../assets/css/1-tokens.css', import.meta.url), 'utf8');
  return css.slice(css.indexOf('{') + 1, css.indexOf('}')).replace(/\s+/g, ' ');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
