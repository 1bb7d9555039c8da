import { from, type Site, type Slots, to } from './parts.ts';

/** A page whose text, title, author and day are known, because it was made of them. */
export interface KindPage {
  kind: string;
  name: string;
  url: string;
  html: string;
  /** what the text says, white space apart; '' where the page is no article */
  text: string;
  title: string;
  author: string;
  /** ISO day, or null where the page tells none */
  day: string | null;
}

/** Blogs name who wrote a text; other sites name an editor or nobody. */
const namesWriter = /^(account|column|blog-post|blog-box|notebook)$/;

export function pageOf(
  kind: string,
  site: Site,
  slots: Pick<Slots, 'story' | 'body'> & Partial<Slots>,
  expected: Partial<Pick<KindPage, 'author'>> = {},
): KindPage {
  const { story } = slots;
  const html = site.page({
    siteName: site.siteName,
    headTitle: story.title + site.siteName,
    more: [],
    ...slots,
  });
  const [, month, date] = story.day.split('-') as [string, string, string];
  const url = site.url.replace('0312', month + date).replace('03-12', `${month}-${date}`);
  return handMade(kind, site.name, url, html, {
    title: story.title,
    author: namesWriter.test(site.name) ? story.author : (site.author ?? ''),
    day: story.day,
    ...expected,
  });
}

/** @param html with marks around the text ({@link marked}) */
export function handMade(
  kind: string,
  name: string,
  url: string,
  html: string,
  said: Pick<KindPage, 'title' | 'author' | 'day'>,
): KindPage {
  return {
    kind,
    name,
    url,
    html: html.replaceAll(from, '').replaceAll(to, ''),
    text: textBetweenMarks(html),
    ...said,
  };
}

function textBetweenMarks(html: string): string {
  return html
    .split(from)
    .slice(1)
    .map((part) => part.split(to)[0]!)
    .join('\n')
    .replace(/<sup[\s\S]*?<\/sup>|<script[\s\S]*?<\/script>/g, '')
    .replace(/<\/(p|li|h\d|tr|div|section|td|th|dd|dt|pre)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[ \t\u3000]*\n\s*/g, '\n')
    .trim();
}
