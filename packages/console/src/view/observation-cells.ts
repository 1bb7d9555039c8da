import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { address } from './address.ts';
import { indicatorName } from './indicators.ts';
import type { Language } from './labels.ts';
import type { Html } from './layout.ts';

/** Where the words of an observation are shown. */
export const wordsAddress = ({ id, document, n }: Pick<ObservationRow, 'id' | 'document' | 'n'>): string =>
  `/documents/${document}?n=${n}#w-${id}`;

/** The part of an observation's id that tells it apart within its document. */
export const shortId = ({ id, document }: Pick<ObservationRow, 'id' | 'document'>): string =>
  id.slice(document.length + 1);

/** An indicator that leads to its series in the same region. */
export function indicatorLink(
  { observation: { indicator, region } }: ObservationRow,
  language: Language,
): Html {
  const to = address('/series', { indicator: indicator.code ?? indicator.name, region: region.adcode });
  return html`<a class="quiet" href="${to}" title="${indicator.code ?? ''}">${indicatorName(indicator, language)}</a>`;
}
