import type { Article, PageFamily } from '@zhibiao/shared';
import { blockedBy } from '../fetch/block-page.ts';
import { binaryKind } from './binary.ts';
import { type Decoded, decode } from './charset/index.ts';
import { textOf } from './dom/nodes.ts';
import { openPage, type Page } from './dom/page.ts';
import { doubtfulSheets } from './dom/styles/doubt.ts';
import { UnreadablePageError } from './errors.ts';
import type { ArticleParts } from './families/article.ts';
import type { PageContent } from './families/content.ts';
import { detectFamily } from './families/detect.ts';
import { readDiscuz, threadContent } from './families/discuz/index.ts';
import { readPortal } from './families/portal.ts';
import { readText } from './families/text/index.ts';
import { leadsOf } from './leads.ts';
import { laterPages, MAX_LINKS, readLinks } from './links.ts';
import { rules } from './rules/load.ts';
import { type Cleaned, type Continuation, nothing, type PageInput } from './types.ts';
import { withoutCodes, withoutCodesInText } from './ubb.ts';

/**
 * Bytes in, text and links out; pure.
 * @throws UnreadablePageError for bytes that are no text at all (an image, a PDF, an archive)
 * @example
 * ```ts
 * import { cleanPage } from '@zhibiao/crawler/clean';
 * const html = `<html><head><title>工作报告 - 某站</title></head><body><h1>工作报告</h1>
 *   <div class="content"><p>全年地区生产总值增长5.5%，比上年提高0.3个百分点。</p><p>城镇新增就业1.2万人，完成年度计划的109%。</p></div></body></html>`;
 * const { articles } = cleanPage({ bytes: new TextEncoder().encode(html), url: 'https://example.gov.cn/1.html' });
 * articles[0].title; // → '工作报告'
 * ```
 */
export function cleanPage(input: PageInput): Cleaned {
  const name = input.url ?? input.file ?? 'the page';
  if (input.bytes.length === 0) return nothing('empty-body');
  const binary = binaryKind(input.bytes);
  if (binary)
    throw new UnreadablePageError(`${name} is no page but ${binary}: leave it out of the source`, name);
  const decoded = decode(input.bytes, input.contentType);
  if (isPlainText(input, decoded.text)) return textPage(input, decoded);
  return htmlPage(input, decoded);
}

/**
 * What `zhibiao clean` prints of a file: its articles; a list's titles; or an empty article whose flags say why.
 * @example
 * ```ts
 * import { cleanFile } from '@zhibiao/crawler/clean';
 * cleanFile({ bytes: new Uint8Array(), file: 'empty.html' })[0].text; // → ''
 * ```
 */
export function cleanFile(input: PageInput): Article[] {
  const cleaned = cleanPage(input);
  if (cleaned.articles.length > 0) return cleaned.articles;
  if (cleaned.listing) return [cleaned.listing];
  const parts: ArticleParts = {
    title: '',
    author: '',
    publishedAt: null,
    site: '',
    text: '',
    family: input.family ?? 'generic',
    flags: [cleaned.role, ...cleaned.flags],
  };
  return [finish(parts, input, { text: '', charset: { label: 'none', reason: 'nothing to read' } })];
}

function htmlPage(input: PageInput, decoded: Decoded): Cleaned {
  const source = withoutCodes(decoded.text);
  const sheets = input.sheets;
  const charset = decoded.declared ?? decoded.charset.label;
  const page = openPage(source, input.url, { sheets, charset });
  const family = input.family && input.family !== 'text' ? input.family : detectFamily(page);
  let content = readFamily(page, family);
  if (content.role === 'empty') {
    const again = openPage(source, input.url, { keepHidden: true, sheets, charset });
    const hidden = readFamily(again, family);
    if (hidden.role === 'article') content = hidden;
  }
  const said = content.articles.reduce((n, a) => n + a.text.length, 0);
  const isAttached = content.articles.some((a) => a.attachments?.length);
  const leads = content.role === 'list' || isAttached ? [] : leadsOf(page, source, input.refresh, said);
  if (leads.length > 0) content = { ...content, role: 'empty', articles: [] };
  const refusal = firewall(input) ?? (leads.length > 0 ? null : refusalOf(page, content));
  // A list of one or two entries may look like a page without a text; its pager leads on all the same.
  const leadsOn = content.role === 'list' || content.role === 'empty';
  const later = refusal ? [] : laterPages(page, rules[family]);
  const links = content.links ?? readLinks(page, content.entries);
  const doubtful = content.role === 'article' && !refusal ? doubtfulSheets(page, sheets) : [];
  const doubt = doubtful.length > 0 ? ['style-sheet-unread'] : [];
  return {
    role: refusal?.role ?? content.role,
    articles: refusal
      ? []
      : content.articles.map((a) => finish({ ...a, flags: [...a.flags, ...doubt] }, input, decoded)),
    listing: content.listing && !refusal ? finish(content.listing, input, decoded) : null,
    links,
    next: leadsOn ? later : [],
    continuations: leadsOn || refusal ? [] : continuationsOf(content, later),
    canonical: page.canonical,
    sheets: doubtful,
    leads: refusal ? [] : leads,
    ...(content.posts === undefined ? {} : { posts: content.posts }),
    flags: [
      ...(refusal ? [refusal.flag] : []),
      ...(leads.length > 0 ? ['leads-on'] : []),
      ...(links.length >= MAX_LINKS ? ['links-capped'] : []),
    ],
  };
}

function continuationsOf(content: PageContent, later: readonly string[]): Continuation[] {
  // a thread reads its own pager; a portal article of the same software has one as other articles have
  const threadPages = content.posts !== undefined;
  const pages = threadPages ? [] : later.map((url) => ({ url, kind: 'page' as const }));
  return [...pages, ...content.continuations];
}

function readFamily(page: Page, family: Exclude<PageFamily, 'text'>): PageContent {
  if (family === 'discuz') return readDiscuz(page);
  const thread = family === 'generic' ? threadContent(page, family) : null;
  return thread ?? readPortal(page, rules[family]);
}

/** A file may hold what a firewall answered: fetching would have refused it. */
function firewall({ bytes }: PageInput): { role: 'blocked'; flag: string } | null {
  return blockedBy(200, [], bytes) === null ? null : { role: 'blocked', flag: 'challenge' };
}

/** What a page says in place of a text is no longer. In characters. */
const MAX_MESSAGE = 160;

/** A page with little text that says that it shows nothing, or that is filled by script. */
function refusalOf(page: Page, content: PageContent): { role: 'blocked' | 'shell'; flag: string } | null {
  const chars = content.articles.reduce((n, a) => n + a.text.length, 0);
  if (chars > rules.refusals.maxChars) return null;
  const text = textOf(page.root).slice(0, 2000);
  if (text.length < rules.refusals.maxChars * 2) {
    for (const { flag, pattern } of rules.refusals.blocked) {
      const isMessage =
        chars <= MAX_MESSAGE &&
        content.articles.some((a) => rules.refusals.openings.test(a.text) && pattern.test(a.text));
      if (isMessage) return { role: 'blocked', flag };
      if (content.articles.length > 0 && !pattern.test(page.headTitle)) continue;
      if (
        pattern.test(page.headTitle) ||
        (text.length < rules.refusals.maxChars && content.role !== 'list' && pattern.test(text))
      )
        return { role: 'blocked', flag };
    }
  }
  if (text.length > 200 || content.role === 'list') return null;
  const root = rules.refusals.shellSelectors.some((s) => page.index.first(s));
  if (rules.refusals.shell.test(text) || (text.length < 80 && (root || page.scriptChars > 2000)))
    return { role: 'shell', flag: 'needs-rendering' };
  return null;
}

function textPage(input: PageInput, decoded: Decoded): Cleaned {
  const article = readText(withoutCodesInText(decoded.text));
  if (article.text === '') return nothing('no-text');
  return { ...nothing(), role: 'article', articles: [finish(article, input, decoded)] };
}

function finish(parts: ArticleParts, input: PageInput, decoded: Decoded): Article {
  return {
    ...(input.file === undefined ? {} : { file: input.file }),
    ...(input.url === undefined ? {} : { url: input.url }),
    ...parts,
    charset: decoded.charset,
    parts: input.url === undefined ? [] : [{ url: input.url, ordinal: 1 }],
    flags: parts.flags,
  };
}

function isPlainText(input: PageInput, text: string): boolean {
  if (input.family) return input.family === 'text';
  if (/^\s*text\/plain/i.test(input.contentType ?? '') || /\.(txt|text)$/i.test(input.file ?? ''))
    return !/<(html|body|div|p)[\s>]/i.test(text.slice(0, 3000));
  return !/<(!doctype|html|head|body|div|p|br|table|span|a|meta|title|text|ul|h[1-6]|td|article|script|noscript|frameset|frame|iframe|style|link|font|center|img|section)\b/i.test(
    text.slice(0, 20_000),
  );
}
