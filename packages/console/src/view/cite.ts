import type { Figure, VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { regionName } from '../providers/regions.ts';
import { period, value } from './format.ts';
import { indicatorName } from './indicators.ts';
import { type Language, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

export interface Cited {
  readonly figure: Figure;
  readonly sentence: string;
  readonly version: VersionRow;
  /** of the page that is cited */
  readonly url: URL;
  readonly language: Language;
  /** when the page was taken, in words */
  readonly snapshot: string;
}

/** What a footnote needs: text, BibTeX, the quote, when the page was taken and the hash of its text. */
export function citeBox(cited: Cited): Html {
  const t = wordsOf(cited.language);
  const { version, sentence, snapshot } = cited;
  return html`<section class="panel cite" id="cite"><h2>${t('cite')}</h2>
<h3>${t('citeText')}</h3><p>${textOf(cited)}</p>
<h3>BibTeX</h3><pre>${bibtexOf(cited)}</pre>
<dl class="facts"><div><dt>${t('quote')}</dt><dd><q>${sentence}</q></dd></div><div><dt>${t('crawledAt')}</dt><dd>${snapshot}</dd></div><div><dt>${t('hash')}</dt><dd><code>${version.article}</code></dd></div></dl></section>`;
}

function textOf({ figure, sentence, version, url, language, snapshot }: Cited): string {
  const name = `${regionName(figure.region, language)} ${period(figure.period)} ${indicatorName(figure.indicator, language)}: ${value(figure, language)}`;
  const from = { zh: '载', en: 'In' }[language];
  return `${name}. ${from} “${version.report.title}”, ${version.page} (${snapshot}). “${sentence}” ${address(url)}`;
}

function bibtexOf({ figure, sentence, version, url }: Cited): string {
  const key = `${figure.region.adcode ?? 'region'}-${figure.period?.start ?? 'undated'}-${figure.indicator.code ?? 'indicator'}`;
  const fields = [
    ['title', version.report.title],
    ['author', version.report.region?.name ?? figure.region.name],
    ['year', String(version.report.year ?? '')],
    ['howpublished', `\\url{${version.page}}`],
    ['note', sentence],
    ['url', address(url)],
    ['urldate', new Date(version.time).toISOString().slice(0, 10)],
  ].filter(([, text]) => text !== '');
  const lines = fields.map(([name, text]) => `  ${name} = {${escaped(text!)}}`);
  return `@misc{zhibiao-${key},\n${lines.join(',\n')}\n}`;
}

/** Braces would end the field; what TeX reads as its own is escaped, but for the address inside \url. */
const escaped = (text: string) =>
  text.startsWith('\\url{') ? text : text.replace(/[{}]/g, '').replace(/[%&#_$]/g, '\\$&');

const address = (url: URL) => `${url.origin}${url.pathname}`;
