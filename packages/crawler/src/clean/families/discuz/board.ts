import { textOf } from '../../dom/nodes.ts';
import { type Page, resolve } from '../../dom/page.ts';
import { MAX_LINKS } from '../../links.ts';
import { withoutSite } from '../../meta/title.ts';
import { rules } from '../../rules/load.ts';
import type { Link } from '../../types.ts';

export interface Board {
  title: string;
  threads: Link[];
}

/** A board's thread list, or null where the page is none. Threads that are moved or only announced count once. */
export function readBoard(page: Page): Board | null {
  for (const selector of rules.thread.threads) {
    const threads = new Map<string, Link>();
    for (const link of page.index.all(selector)) {
      if (threads.size >= MAX_LINKS) break;
      const url = resolve(page, link.attribs.href) ?? link.attribs.href;
      const title = textOf(link);
      if (url && title !== '' && !threads.has(url)) threads.set(url, { url, title, kind: 'article' });
    }
    if (threads.size > 0) return { title: boardTitle(page), threads: [...threads.values()] };
  }
  return null;
}

function boardTitle(page: Page): string {
  for (const selector of rules.thread.boardTitle) {
    const element = page.index.first(selector);
    const text = element ? textOf(element) : '';
    if (text !== '') return text;
  }
  return withoutSite(page.headTitle, rules.meta, '');
}
