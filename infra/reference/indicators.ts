import { readFileSync } from 'node:fs';
import { expandName, indicatorLinks, loadLexicon } from '@zhibiao/parser/lexicon';
import { directionOf } from '../../packages/store/dist/knowledge/direction.js';
import { markdownTable } from './schema-table.ts';

const english: Record<string, { en: string }> = JSON.parse(
  readFileSync(new URL('../../packages/console/data/indicators.json', import.meta.url), 'utf8'),
);

/** Every code: what it is and is not, and what others call it. */
export function indicatorReference(): string {
  const links = indicatorLinks();
  const rows = loadLexicon().indicators.map(({ code, names, units, definition }) => {
    const name = expandName(names[0] ?? code)[0] ?? code;
    const { nbs, worldBank, differs } = links[code] ?? {};
    const series = worldBank && `[${worldBank}](https://data.worldbank.org/indicator/${worldBank})`;
    return [
      `\`${code}\``,
      name,
      english[code]?.en ?? '',
      definition,
      units.join(' '),
      directionOf({ name, code }) ?? '',
      nbs ?? '',
      series ? `${series}${differs ? ` (${differs})` : ''}` : '',
    ];
  });
  return `# Indicator codes

${rows.length} indicators have a code; every other one is kept under its name in the report. Each definition says what the code is and what it is not.
*Better* tells whether more or less of it is better: promises are judged by it. The National Bureau of Statistics (国家统计局) is
named where its name for the figure is another. The World Bank's series is that of the whole country, with how it is counted otherwise.

${markdownTable(['code', 'name', 'English', 'what it is, and what not', 'units', 'better', '国家统计局', 'World Bank'], rows)}
`;
}
