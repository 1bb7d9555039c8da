import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ConsoleContext } from '../route.ts';
import { type Word, type Words, wordFor, wordsOf } from './labels.ts';

/** Escaped HTML, as the `html` template makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const sections = [
  ['/documents', 'documents'],
  ['/observations', 'observations'],
  ['/series', 'series'],
  ['/promises', 'promises'],
  ['/copies', 'copies'],
  ['/sources', 'sources'],
  ['/runs', 'runs'],
  ['/quarantine', 'quarantine'],
  ['/queues', 'queues'],
] as const satisfies readonly (readonly [string, Word])[];

export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** the whole window belongs to the page: no outer scrolling */
  readonly wide?: boolean;
}

/** A page in the console's frame. Everything that is put into a template is escaped. */
export function page(
  c: ConsoleContext,
  { title, body, wide = false }: PageParts,
  status: 200 | 400 | 403 | 404 | 413 | 500 | 503 = 200,
) {
  const language = c.get('language');
  const t = wordsOf(language);
  const path = new URL(c.req.url).pathname;
  return c.html(
    html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t('title')}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" defer></script>
</head>
<body class="${wide ? 'wide' : ''}">
<header class="top">
<a class="brand" href="/documents">${t('title')}</a>
<nav>${sections.map(([href, word]) => html`<a href="${href}"${path.startsWith(href) ? html` aria-current="page"` : ''}>${t(word)}</a>`)}</nav>
<a class="language" href="${otherLanguage(c)}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${t('otherLanguage')}</a>
</header>
<main>${body}</main>
</body>
</html>`,
    status,
  );
}

function otherLanguage(c: ConsoleContext): string {
  const url = new URL(c.req.url);
  url.searchParams.set('lang', c.get('language') === 'zh' ? 'en' : 'zh');
  return `${url.pathname}${url.search}`;
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

/** A link to the next page of a list, the filters kept. */
export function pager(c: ConsoleContext, t: Words, next: string | null): Html {
  if (next === null) return html``;
  const url = new URL(c.req.url);
  url.searchParams.set('after', next);
  return html`<p class="pager"><a class="button" href="${url.pathname}${url.search}">${t('next')} →</a></p>`;
}
