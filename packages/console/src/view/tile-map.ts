import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { regionName, regionOf } from '../providers/regions.ts';
import type { Language, Words } from './labels.ts';
import type { Html } from './layout.ts';

/** The letters are those of ISO 3166-2: English names do not fit a tile. */
const tiles: readonly [code: string, column: number, row: number, letters: string][] = JSON.parse(
  readFileSync(new URL('../../data/tile-map.json', import.meta.url), 'utf8'),
);
const columns = 8;
const rows = Math.max(...tiles.map(([, , row]) => row));

/** The provinces as equal tiles about where they lie, darker the more there is of them. */
export function tileMap(counts: ReadonlyMap<string, number>, language: Language, t: Words): Html {
  const largest = Math.max(1, ...counts.values());
  const at = new Map(tiles.map((tile) => [`${tile[1]} ${tile[2]}`, tile]));
  const cells = Array.from({ length: columns * rows }, (_, i) => {
    const tile = at.get(`${(i % columns) + 1} ${Math.floor(i / columns) + 1}`);
    if (!tile) return html`<li aria-hidden="true"></li>`;
    const [code, , , letters] = tile;
    const place = regionOf(code);
    const name = regionName({ name: place?.name ?? code, adcode: code }, language);
    const short = language === 'zh' ? (place?.shortName ?? name) : letters;
    const count = counts.get(code) ?? 0;
    const label =
      short === name
        ? name
        : html`<span aria-hidden="true">${short}</span><span class="visually-hidden">${name}</span>`;
    return html`<li><a class="h${shade(
      count,
      largest,
    )}" href="/regions/${code}" title="${name} ${count}">${label}<small>${count}</small></a></li>`;
  });
  return html`<ul class="tilemap" aria-label="${t('reportsByProvince')}">${cells}</ul>`;
}

/** 0 for nothing, then four shades by the logarithm: one report shows beside a thousand. */
export const shade = (count: number, largest: number): number =>
  count === 0 ? 0 : Math.min(4, 1 + Math.floor((Math.log(count + 1) / Math.log(largest + 1)) * 3.999));
