import type { Source } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import { canonicalUrl } from './canonical.ts';
import { noiseOf } from './follow-rules.ts';
import { compilePattern, patternFault } from './patterns.ts';
import { type Section, sectionOf } from './section.ts';
import { type Trap, trapOf } from './traps.ts';

/** What of a cleaned list page counts here (see `Cleaned` in `clean/types.ts`). */
export interface ListPage {
  url: string;
  links: readonly { url: string; title: string; kind: 'article' | 'list' | 'other' }[];
  next: readonly string[];
}

export interface Followed {
  /** canonical: the page's identity */
  url: string;
  /** as it was linked: what to fetch */
  address: string;
  /** `` for a further page of a list */
  title: string;
  /** hops between lists since the start; further pages of one list are at the list's own depth */
  depth: number;
}

export type Reason =
  | 'not-http'
  | 'itself'
  | 'noise'
  | 'other-site'
  | 'trap'
  | 'excluded'
  | 'title'
  | 'not-included'
  | 'no-article'
  | 'outside-section'
  | 'depth'
  | 'known'
  | 'budget';

export interface LeftOut {
  url: string;
  title: string;
  reason: Reason;
  /** the trap's or the noise's name, the pattern that excluded */
  detail?: string;
}

export interface Decision {
  articles: Followed[];
  lists: Followed[];
  /** every other link, each with its reason: `sources check` shows them */
  leftOut: LeftOut[];
}

/** How far the run has come. */
export interface Progress {
  /** depth of the page whose links are judged; start addresses have 0 */
  depth: number;
  /** how many pages the run may still ask for */
  remaining: number;
  /** the present year, for calendars */
  year: number;
  /** true for canonical addresses that the run has already asked for */
  known?: (url: string) => boolean;
}

/** A source's patterns, compiled once; use it for every page of the source. */
export interface FollowPlan {
  readonly source: Source;
  readonly section: Section;
  readonly title: ((title: string) => boolean) | null;
  readonly include: readonly ((url: string) => boolean)[];
  readonly exclude: readonly { pattern: string; test: (url: string) => boolean }[];
}

/** @throws UsageError that names the source and the pattern which is not valid or might run for ever */
export function planFollowing(source: Source): FollowPlan {
  const compile = (field: string) => (pattern: string) => {
    const fault = patternFault(pattern);
    if (fault) throw new UsageError(`source ${source.id}: ${field}: ${fault}`, source.id);
    return compilePattern(pattern);
  };
  return {
    source,
    section: sectionOf(source.start),
    title: source.title === undefined ? null : compile('title')(source.title),
    include: source.include.map(compile('include')),
    exclude: source.exclude.map((pattern) => ({ pattern, test: compile('exclude')(pattern) })),
  };
}

/**
 * Decides which links of a list page to follow.
 *
 * As an article: a link of the same site whose title matches the source's `title` and whose address (as linked or
 * canonical) matches one of `include`. Without a title pattern, links that the page's family knows as articles, and
 * all that `include` names; a link without a title (sitemaps) needs an `include`. As a list: the list's further pages,
 * and lists in the section of the start addresses.
 * `exclude`, noise and traps go before both. When pages are short, articles come first, then further pages.
 */
export function follow(page: ListPage, plan: FollowPlan, progress: Progress): Decision {
  const decision: Decision = { articles: [], lists: [], leftOut: [] };
  const seen = new Set<string>();
  const self = canonicalUrl(page.url);
  const further: Followed[] = [];
  const deeper: Followed[] = [];

  const judge = (link: ListPage['links'][number], isNext: boolean) => {
    const url = canonicalUrl(link.url, page.url);
    const title = link.title.replace(/\s+/g, ' ').trim();
    const leave = (reason: Reason, detail?: string) =>
      decision.leftOut.push({ url: url ?? link.url, title, reason, ...(detail ? { detail } : {}) });
    if (!url) return leave('not-http');
    if (seen.has(url)) return;
    seen.add(url);
    if (url === self) return leave('itself');
    const barred = barrier(url, plan, progress.year);
    if (barred) return leave(...barred);

    const address = new URL(link.url, page.url).href;
    const article = isNext ? ('no-article' as const) : articleVerdict({ ...link, title }, url, address, plan);
    if (article === 'follow') {
      if (progress.known?.(url)) return leave('known');
      decision.articles.push({ url, address, title, depth: progress.depth + 1 });
      return;
    }
    if (!isNext && link.kind !== 'list') return leave(article);
    if (!isNext && !plan.section.contains(url)) return leave('outside-section');
    const depth = isNext ? progress.depth : progress.depth + 1;
    if (depth > plan.source.maxDepth) return leave('depth');
    if (progress.known?.(url)) return leave('known');
    (isNext ? further : deeper).push({ url, address, title, depth });
  };

  // Further pages first: a pager's "2" must not be judged by its title.
  for (const url of page.next) judge({ url, title: '', kind: 'list' }, true);
  for (const link of page.links) judge(link, false);
  decision.lists.push(...further, ...deeper);
  return withinBudget(decision, progress.remaining);
}

function barrier(url: string, plan: FollowPlan, year: number): [Reason, string?] | null {
  if (!plan.section.sameSite(url)) return ['other-site'];
  const noise = noiseOf(url);
  if (noise) return ['noise', noise];
  const trap: Trap | null = trapOf(url, year);
  if (trap) return ['trap', trap];
  const excluded = plan.exclude.find(({ test }) => test(url));
  return excluded ? ['excluded', excluded.pattern] : null;
}

function articleVerdict(
  link: { title: string; kind: string },
  url: string,
  address: string,
  plan: FollowPlan,
): 'follow' | 'title' | 'not-included' | 'no-article' {
  const named = plan.include.length > 0 && plan.include.some((test) => test(url) || test(address));
  if (plan.include.length > 0 && !named) return 'not-included';
  // A sitemap gives no titles: then the address decides alone.
  if (plan.title && named && link.title === '') return 'follow';
  // Headings are spaced out for looks: 政 府 工 作 报 告.
  if (plan.title) {
    return plan.title(link.title) || plan.title(link.title.replaceAll(' ', '')) ? 'follow' : 'title';
  }
  return named || link.kind === 'article' ? 'follow' : 'no-article';
}

function withinBudget({ articles, lists, leftOut }: Decision, remaining: number): Decision {
  const room = Math.max(0, remaining);
  const keptArticles = articles.slice(0, room);
  const keptLists = lists.slice(0, room - keptArticles.length);
  const over = [...articles.slice(keptArticles.length), ...lists.slice(keptLists.length)];
  return {
    articles: keptArticles,
    lists: keptLists,
    leftOut: [...leftOut, ...over.map(({ url, title }) => ({ url, title, reason: 'budget' as const }))],
  };
}
