import type { FigureChange } from '@zhibiao/store';
import { html } from 'hono/html';
import { changeQuery } from '../providers/change-query.ts';
import { regionName } from '../providers/regions.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { figureAddress } from '../view/figure-cells.ts';
import { period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, wordFor, wordsOf } from '../view/labels.ts';

/** The changes of any filter as an Atom feed (RFC 4287), the newest first. */
export const changesFeed: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const query = await changeQuery(c, deps);
  const { rows: newest } = await deps.store.changes({ ...query, order: 'newest', limit: 200 });
  const updated = iso(newest[0]?.at ?? query.since);
  const self = new URL(c.req.url);
  const body = await html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<id>${self.href}</id><title>${t('title')} · ${t('changes')}</title><updated>${updated}</updated>
<author><name>${t('title')}</name></author>
<link rel="self" href="${self.href}"/><link rel="alternate" type="text/html" href="${self.origin}/changes${self.search}"/>
${newest.map((change) => {
  const figure = change.actual ?? change.target;
  const link = figure ? `${self.origin}${figureAddress(figure)}` : `${self.origin}/changes`;
  return html`<entry><id>urn:zhibiao:change:${encodeURIComponent(change.id)}:${change.at}</id><title>${titleOf(
    change,
    c,
    language,
  )}</title><updated>${iso(change.at)}</updated><link href="${link}"/><summary>${
    figure?.quote ?? wordFor(t, 'change', change.state)
  }</summary></entry>
`;
})}</feed>`;
  return c.body(body.toString(), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
};

const iso = (ms: number) => new Date(ms).toISOString();

function titleOf(change: FigureChange, c: ConsoleContext, language: Language): string {
  const t = wordsOf(c.get('language'));
  const figure = change.actual ?? change.target;
  const parts = [
    regionName(change.region, language),
    period(change.period),
    indicatorName(change.indicator, language),
    figure ? `${t(figure.kind)} ${value(figure, language)}` : '',
    `(${wordFor(t, 'change', change.state)})`,
  ];
  return parts.filter(Boolean).join(' ');
}
