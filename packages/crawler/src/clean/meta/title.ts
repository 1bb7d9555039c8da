import { present } from '@zhibiao/shared';
import { headings } from '../dom/headings.ts';
import { ancestors, type Element, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import type { Query } from '../dom/select.ts';
import { bare, sameText } from '../furniture/same-text.ts';
import { rules } from '../rules/load.ts';
import type { MetaRules } from '../rules/schema.ts';
import type { Surroundings } from './surroundings.ts';

const MAX_TITLE = 120;
/** Lines above a text among which its title is looked for where `<title>` names only the site. */
const ABOVE = 6;
/** What is no longer may be the name of a site or a column that no rule knows. In letters. */
const SHORT_NAME = 4;

/**
 * The text's title: what the family's selectors find at or above the text; else the heading that agrees with `<title>`
 * and is not much shorter
 * than its part before the site's name; else that part; else, where `<title>` says nothing of the text, the line above it.
 */
export function findTitle(
  page: Page,
  selectors: readonly Query[],
  meta: MetaRules,
  bodies: readonly ParentNode[],
  near: Surroundings,
): string {
  const head = page.headTitle;
  for (const selector of selectors) {
    const element = page.index.all(selector).find((e) => isAtOrAbove(e, page, bodies));
    const text = element ? titleText(element) : '';
    if (text.length >= 2 && text.length <= MAX_TITLE && !meta.noTitles.test(text)) return text;
  }
  const headBare = bare(head);
  const metas = meta.titleMeta
    .flatMap((name) => plain(page.meta.get(name) ?? '') || [])
    .filter((text) => !meta.noTitles.test(text));
  const shown = headingTexts(page);
  const fromHead = withoutSite(head, meta, page.meta.get('og:site_name') ?? page.meta.get('sitename') ?? '');
  // where another part was left out as the site's, what remains is a title unless it is as short as a site's name
  const named =
    fromHead !== '' &&
    !meta.openings.test(fromHead) &&
    !meta.noTitles.test(fromHead) &&
    (!meta.siteNames.test(fromHead) || (fromHead !== head && bare(fromHead).length > 8));
  const [only, ...others] = shown.filter(({ rank }) => rank === 0);
  if (only && others.length === 0 && !meta.siteNames.test(only.text)) {
    const parts = head.split(meta.titleSeparators).filter((part) => part !== undefined && part.trim() !== '');
    const isPart = parts.length > 1 && parts.some((part) => sameText(part, only.text));
    const begins = only.letters.length >= MIN_SPREAD && head.startsWith(`${only.text} `);
    if (isPart || begins || isNameOf(only, head)) return only.text;
  }
  const agreed = shown
    .filter(
      ({ text, letters }) =>
        letters.length >= 4 &&
        (named || !meta.siteNames.test(text)) &&
        (headBare.includes(letters) || metas.some((m) => bare(m).includes(letters))),
    )
    .sort((a, b) => b.letters.length - a.letters.length)[0];
  if (agreed && agreed.letters.length >= bare(fromHead).length * (agreed.rank < 2 ? 0.5 : 0.8))
    return agreed.text;
  // encyclopaedias say in brackets which of several things of a name is meant
  if (
    agreed &&
    agreed.rank < 2 &&
    /^[（(][^）)]*[）)]$/.test(fromHead.slice(agreed.text.length)) &&
    fromHead.startsWith(agreed.text)
  )
    return agreed.text;
  // column names before the title, with nothing between them but a space
  if (agreed && agreed.text.length >= 8 && head.endsWith(` ${agreed.text}`)) return agreed.text;
  const fromMeta = metas.find((m) => headBare.includes(bare(m)) || bare(m).includes(bare(fromHead)));
  if (named && fromHead !== head)
    return fromMeta && bare(fromMeta).length > bare(fromHead).length ? fromMeta : fromHead;
  const isShort = bare(fromHead).length <= SHORT_NAME;
  const above =
    named && !isShort
      ? undefined
      : (headingAbove(near, shown, meta) ?? (named ? undefined : lineAbove(near, meta)));
  if (above !== undefined) return above;
  const isNone = meta.noTitles.test(fromHead) || meta.openings.test(fromHead);
  if (fromHead !== '' && fromHead !== head && !isNone) return fromHead;
  const heading = (named ? shown[0] : shown.find(({ text }) => !meta.siteNames.test(text)))?.text;
  // a head title that only names the site: the page's own heading says more
  if (heading !== undefined && bare(heading).length > (named ? Math.max(4, headBare.length) : 4))
    return heading;
  return fromMeta ?? (isNone ? (heading ?? '') : fromHead || heading || '');
}

/** In letters. */
const MIN_NAME = 3;
const MIN_SPREAD = 6;

/** The page's one heading is a name that `<title>` says more of: X的做法, X招聘; or all its letters are in `<title>`, in another order. */
function isNameOf({ letters }: { letters: string }, head: string): boolean {
  const said = bare(head);
  if (letters.length < MIN_NAME || letters === said) return false;
  if (said.startsWith(letters)) {
    const rest = head.slice(
      head.indexOf(
        present(letters.at(-1), 'the last of letters'),
        head.indexOf(present(letters[0], 'the first of letters')) + letters.length - 1,
      ) + 1,
    );
    return /^[\p{L}\p{N}]/u.test(rest) && !/^\d/.test(rest);
  }
  return (
    /^(?:\p{Script=Han}|\d|v)+$/u.test(letters) &&
    letters.length >= MIN_SPREAD &&
    [...letters].every((c) => said.includes(c)) &&
    !said.includes(letters)
  );
}

/** A side box below the text may bear the same class as its title. */
function isAtOrAbove(element: Element, page: Page, bodies: readonly ParentNode[]): boolean {
  const body = bodies[0];
  return (
    body === undefined ||
    page.index.isBefore(element, body) ||
    ancestors(element).some((a) => bodies.includes(a))
  );
}

/** The nearest heading among the lines above the text. */
function headingAbove(
  near: Surroundings,
  shown: readonly { letters: string }[],
  meta: MetaRules,
): string | undefined {
  const headings = new Set(shown.map(({ letters }) => letters));
  return near.before.findLast((line) => headings.has(bare(line)) && isTitleLine(line, meta));
}

/** The nearest line above the text that is neither date line nor menu. */
function lineAbove(near: Surroundings, meta: MetaRules): string | undefined {
  return near.before
    .slice(-ABOVE)
    .reverse()
    .find((line) => isTitleLine(line, meta));
}

const isTitleLine = (line: string, meta: MetaRules): boolean =>
  bare(line).length >= 6 &&
  line.length <= 60 &&
  !/(?:\S{1,6} ){4}|[>»›|]|[:：].{0,60}\d{4}|\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|[。；]$/.test(
    line,
  ) &&
  !meta.siteNames.test(line) &&
  !meta.notTitles.test(line);

/** 【岭川折叠桌】岭川 户外折叠桌【行情 报价】: what a shop adds for search engines goes. */
function withoutWords(part: string, { titleWords }: MetaRules): string {
  const plain = part.replace(titleWords, '');
  const [all = '', said = ''] = plain.match(/^【([^】]{2,16})】/) ?? [];
  const rest = plain.slice(all.length);
  return all !== '' && [...bare(said)].every((c) => bare(rest).includes(c)) ? rest : plain;
}

/** Splits at the separators of `<title>` and keeps the first part, or a much longer later one: some sites put their name first. */
export function withoutSite(head: string, meta: MetaRules, site: string): string {
  const parts = head
    .split(meta.titleSeparators)
    .map((s) => withoutWords(s?.trim() ?? '', meta))
    .filter((s) => s !== '');
  if (parts.length < 2) return parts[0] ?? head;
  const own = parts.filter((p) => bare(p) !== bare(site) && !/^powered by/i.test(p));
  const isSite = (p: string) => meta.siteNames.test(p);
  return own.reduce((a, b) => {
    if (isSite(b) && !isSite(a)) return a;
    const longer = bare(b).length > bare(a).length * (isSite(a) && !isSite(b) ? 1 : 1.6);
    return longer ? b : a;
  }, own[0] ?? '');
}

function headingTexts(page: Page): { text: string; letters: string; rank: number }[] {
  return page.index
    .all(headings)
    .map((e) => ({ text: titleText(e), rank: e.name === 'h1' ? 0 : e.name === 'h2' ? 1 : 2 }))
    .filter(({ text }) => text.length >= 2 && text.length <= MAX_TITLE && !rules.meta.noTitles.test(text))
    .map((heading) => ({ ...heading, letters: bare(heading.text) }))
    .sort((a, b) => a.rank - b.rank);
}

/** Some templates put date and source into the heading. */
function titleText(element: Element): string {
  const text = textOf(element);
  const end = text.search(
    /(?<!\s)\s*(来源[:：]|发布时间|评论[:：]|点击[:：]|(19|20)\d{2}-\d{1,2}-\d{1,2}\s{1,9}\d{1,2}:\d{2})/,
  );
  return end > 0 ? text.slice(0, end) : text;
}

function plain(text: string): string {
  if (text === '') return '';
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
