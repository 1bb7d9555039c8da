import type { PageFamily } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { textOf } from '../../dom/nodes.ts';
import type { Page } from '../../dom/page.ts';
import { resolve } from '../../dom/page.ts';
import { all, query } from '../../dom/select.ts';
import { textFlags } from '../../furniture/flags.ts';
import { joinTexts } from '../../furniture/joint.ts';
import { joinLines } from '../../furniture/lines.ts';
import { bare, sameText } from '../../furniture/same-text.ts';
import { siteOf } from '../../meta/byline.ts';
import { findDates } from '../../meta/date.ts';
import { findAuthor } from '../../meta/people.ts';
import { surroundings } from '../../meta/surroundings.ts';
import { withoutSite } from '../../meta/title.ts';
import { rules } from '../../rules/load.ts';
import type { Continuation } from '../../types.ts';
import type { ArticleParts } from '../article.ts';
import { readFloors } from './floors.ts';
import type { Floor } from './message.ts';

export interface Thread {
  articles: ArticleParts[];
  continuations: Continuation[];
  posts: number;
}

/** A thread page, or null where the page holds no floor. */
export function readThread(page: Page, family: PageFamily): Thread | null {
  const read = readFloors(page, family);
  const floors = namedOpener(page, read.floors);
  if (floors.length === 0) return null;
  const title = threadTitle(page);
  const number = currentPage(page);
  const authors = [...new Set(floors.map((f) => f.author))];
  const parts =
    read.kind === 'answers'
      ? [answersText(floors, present(read.floors[0], 'the first of floors'))]
      : number > 1
        ? authors.map((author) => ownText(floors, author))
        : [openingText(floors)];
  return {
    articles: parts.map(({ text, floor, flags }) => ({
      title,
      author: floor.author,
      publishedAt: floor.postedAt,
      site: siteOf(page),
      text: joinLines(withoutTitle(text, title)),
      family,
      attachments: attachments(page, floor),
      flags: [...flags, ...textFlags([floor.message], text)],
    })),
    continuations: laterPages(page, number).map((url) => ({ url, kind: 'floor-page' as const })),
    posts: floors.length,
  };
}

/** Some forums name the opener and the day above the first floor, not in it. */
function namedOpener(page: Page, floors: Floor[]): Floor[] {
  const [opener, ...rest] = floors;
  if (!opener || (opener.author !== '' && opener.postedAt !== null)) return floors;
  const above = surroundings(page, [opener.message]).before.reverse();
  const author = opener.author || findAuthor(above, [], rules.meta);
  const postedAt = opener.postedAt ?? above.flatMap((l) => findDates(l)).at(0)?.iso ?? null;
  return [{ ...opener, author, postedAt }, ...rest];
}

interface Part {
  text: string;
  floor: Floor;
  flags: string[];
}

/** Page 1: the floors of the opener; where nobody wrote a text, the conversation as it stands. */
function openingText(floors: readonly Floor[]): Part {
  const opener = present(floors[0], 'the first of floors');
  const own = ownText(floors, opener.author);
  const alone = floors.filter((f) => f.author === opener.author).length === 1;
  return alone && floors.length > 1 && opener.text.length < rules.thread.conversationChars
    ? conversation(floors, opener)
    : own;
}

function conversation(floors: readonly Floor[], opener: Floor): Part {
  const texts = floors.map((f) => f.text).filter(Boolean);
  return { text: texts.join('\n\n'), floor: opener, flags: ['conversation'] };
}

/** A question without a text of its own begins with its first answer, which is not by who asked. */
function answersText(floors: readonly Floor[], { author }: Floor): Part {
  const [first] = floors as [Floor];
  const postedAt = first.postedAt ?? floors.find((f) => f.postedAt !== null)?.postedAt ?? null;
  return conversation(floors, { ...first, author, postedAt });
}

function ownText(floors: readonly Floor[], author: string): Part {
  // who has no name cannot be told from others without
  const own = author === '' ? floors.slice(0, 1) : floors.filter((f) => f.author === author);
  const texts = own
    .filter((f, i) => f.text !== '' && (i === 0 || !rules.thread.chatter.test(f.text)))
    .map((f) => f.text);
  return { text: texts.reduce(joinTexts, ''), floor: present(own[0], 'the first of own'), flags: [] };
}

/** A first line that only repeats the title goes; the title is kept apart. */
function withoutTitle(text: string, title: string): string {
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  return end > 0 && sameText(line, title) && bare(text).length > bare(line).length
    ? text.slice(end).trim()
    : text;
}

function threadTitle(page: Page): string {
  for (const selector of rules.thread.title) {
    const element = page.index.first(selector);
    const text = element ? textOf(element) : '';
    if (text !== '') return subject(text);
  }
  if (page.headTitle !== '' && !/discuz/i.test(page.headTitle + (page.meta.get('generator') ?? '')))
    return subject(withoutSite(page.headTitle, rules.meta, ''));
  // Discuz! titles begin with the subject: board, site and software follow
  return subject(beforeBoard(page, page.headTitle.split(/(?<!\s)\s+-\s+/)[0] ?? '')).replace(
    /(?<!\s)\s*[(（]页\s*\d+[)）]\s*$/,
    '',
  );
}

/** Version 5 parts the subject from the board's name by nothing but a space. */
function beforeBoard(page: Page, head: string): string {
  const boards = rules.thread.boards.flatMap((selector) => page.index.all(selector));
  const ends = boards.map((link) => head.indexOf(` ${textOf(link) || head} `)).filter((end) => end > 0);
  return ends.length > 0 ? head.slice(0, Math.min(...ends)) : head;
}

/** Without the thread's type and the template's own words. */
function subject(text: string): string {
  return text.replace(/^\[[^\]]{1,8}\]\s*/, '').replace(rules.thread.titleTail, '');
}

const pagerLinks = query('.pg a, .p_bar a, .pages a, .page a, .pgs a, .pagination a, #multipage a');
const currentMark = query('.pg strong, .pages strong, .page strong, .page b');

function currentPage(page: Page): number {
  const marked = page.index.first(currentMark);
  const shown = marked ? Number(textOf(marked).replace(/\D+/g, '')) : Number.NaN;
  if (shown >= 1) return shown;
  const address = page.url?.href ?? page.canonical ?? '';
  return Number(address.match(/(?:thread-\d+-|tid-\d+-page-|[?&]page=)(\d+)/)?.[1] ?? 1);
}

/** Links of the pager that lead behind this page, nearest first. */
function laterPages(page: Page, current: number): string[] {
  const found = new Map<number, string>();
  for (const link of page.index.all(pagerLinks)) {
    const url = resolve(page, link.attribs.href);
    if (!url) continue;
    const label = textOf(link);
    const number = /^(\.\.\.\s*)?\d+$/.test(label) ? Number(label.replace(/\D/g, '')) : Number.NaN;
    const next =
      /(^|\s)nxt(\s|$)/.test(link.attribs.class ?? '') || /^(下一页|下页|››|»|&gt;|>)$/.test(label);
    const n = next ? current + 1 : number;
    if (n > current && !found.has(n)) found.set(n, url);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, url]) => url);
}

const attachmentLinks = query(
  "a[href*='mod=attachment'], a[href*='attachment.php'], .pattl a[href], .attnm a",
);

function attachments(page: Page, floor: Floor): { url: string; title: string }[] {
  const out = new Map<string, string>();
  for (const link of all(floor.message, attachmentLinks)) {
    const url = resolve(page, link.attribs.href);
    const title = textOf(link);
    if (url && title !== '' && !/^下载附件$/.test(title)) out.set(url, title);
  }
  return [...out].map(([url, title]) => ({ url, title }));
}
