import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import { citeView } from './cite-view.ts';
import { type Word, type Words, wordFor, wordsOf } from './labels.ts';

/** Escaped HTML, as the `html` template makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
/** What a template takes as content. */
export type Content = Html | string | number | readonly Content[];

type Section = readonly [href: string, word: Word];

const forReaders = [
  ['/documents', 'documents'],
  ['/observations', 'observations'],
  ['/regions', 'regions'],
  ['/indicators', 'indicators'],
  ['/series', 'series'],
  ['/promises', 'promises'],
  ['/ranking', 'ranking'],
  ['/coverage', 'coverageOfReports'],
  ['/changes', 'changes'],
  ['/copies', 'copies'],
] as const satisfies readonly Section[];

const forOperators = [
  ['/reviews', 'reviews'],
  ['/sources', 'sources'],
  ['/runs', 'runs'],
  ['/reprocess', 'reprocess'],
  ['/quarantine', 'quarantine'],
  ['/queues', 'queues'],
  ['/webhooks', 'webhooks'],
] as const satisfies readonly Section[];

export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** the whole window belongs to the page: no outer scrolling */
  readonly wide?: boolean;
  /** of an Atom feed of what the page shows */
  readonly feed?: string;
  /** a view that people cite */
  readonly cite?: boolean;
  /** has the search box itself */
  readonly searches?: boolean;
}

export type PageStatus = 200 | 400 | 403 | 404 | 409 | 413 | 500 | 503;

/** A page in the console's frame. Everything that is put into a template is escaped. */
export function page(
  c: ConsoleContext,
  { title, body, wide = false, feed, cite = false, searches = false }: PageParts,
  status: PageStatus = 200,
) {
  const language = c.get('language') ?? 'en';
  const t = wordsOf(language);
  return c.html(
    html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t('title')}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
${feed ? html`<link rel="alternate" type="application/atom+xml" href="${feed}">` : ''}
<script src="/assets/console.js" defer></script>
</head>
<body class="${wide ? 'wide' : ''}">
<a class="skip" href="#main">${t('skip')}</a>
<header class="top"><div class="top-row">
<a class="brand" href="/">${t('title')}</a>
<label class="menu-button"><input type="checkbox" class="visually-hidden" id="menu"> ${t('menu')}</label>
${navigation(c.req.path, t)}
${searches ? '' : html`<form class="find" action="/search" role="search"><input type="search" name="q" aria-label="${t('searchAll')}" placeholder="${t('search')}"><button>${t('search')}</button></form>`}
<a class="language" href="${addressWith(c, {
      lang: language === 'zh' ? 'en' : 'zh',
    })}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${t('otherLanguage')}</a>
${c.get('signedIn') ? html`<form class="inline sign-out" method="post" action="/sign-out"><button class="quiet">${t('signOut')}</button></form>` : ''}
</div></header>
<main id="main" tabindex="-1">${body}${cite && status === 200 ? citeView(c, title) : ''}</main>
<footer>${t('timeZone')} <a href="/api">API</a></footer>
</body>
</html>`,
    status,
  );
}

function navigation(path: string, t: Words): Html {
  const link = ([href, word]: Section) => {
    const here = path === href || path.startsWith(`${href}/`);
    return html`<a href="${href}"${here ? html` aria-current="page"` : ''}>${t(word)}</a>`;
  };
  return html`<nav aria-label="${t('mainMenu')}">${forReaders.map(link)}
<details class="menu"><summary>${t('operate')}</summary><div>${forOperators.map(link)}</div></details></nav>`;
}

/** A link to the outside: only to http(s), and without telling where it was found. */
export const outside = (url: string, label = url): Html =>
  /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener" target="_blank">${label}</a>`
    : html`${label}`;

export const chips = (values: readonly string[], kind = ''): Html =>
  html`${values.map((v) => html`<span class="chip ${kind}">${v}</span> `)}`;

/** What a reader must know, in words; the flag itself on hovering. */
export const flagChips = (t: Words, flags: readonly string[]): Html =>
  html`${flags.map((flag) => html`<span class="chip warn" title="${flag}">${wordFor(t, 'flag', flag)}</span> `)}`;
