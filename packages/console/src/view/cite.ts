import type { Figure, VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { regionName } from '../providers/regions.ts';
import { bibtex, dayOf, texUrl } from './bibtex.ts';
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
  const name = `${regionName(figure.region, language)} ${period(
    figure.period,
  )} ${indicatorName(figure.indicator, language)}: ${value(figure, language)}`;
  const from = { zh: '载', en: 'In' }[language];
  return `${name}. ${from} “${version.report.title}”, ${version.page} (${snapshot}). “${sentence}” ${address(url)}`;
}

function bibtexOf({ figure, sentence, version, url }: Cited): string {
  const { region, period: of, indicator } = figure;
  return bibtex(`${region.adcode ?? 'region'}-${of?.start ?? 'undated'}-${indicator.code ?? 'indicator'}`, {
    ...reportFields(version),
    author: version.report.region?.name ?? region.name,
    note: sentence,
    url: address(url),
  });
}

const reportFields = ({ report, page, time }: VersionRow) => ({
  title: report.title,
  author: report.region?.name ?? '',
  year: String(report.year ?? ''),
  howpublished: texUrl(page),
  urldate: dayOf(time),
});

/** How to cite a whole report: where it stands, when its page was taken, and the hash of its text. */
export function citeReport(
  version: VersionRow,
  { url, language, snapshot }: Pick<Cited, 'url' | 'language' | 'snapshot'>,
): Html {
  const t = wordsOf(language);
  const { report, document, page, article } = version;
  const entry = bibtex(document.slice(0, 8), { ...reportFields(version), url: address(url) });
  return html`<details class="cite-view"><summary>${t('cite')}</summary><p>“${report.title}”, ${page} (${snapshot}). ${address(url)}</p><pre>${entry}</pre><p>${t('hash')}: <code>${article}</code></p></details>`;
}

const address = (url: URL) => `${url.origin}${url.pathname}`;
