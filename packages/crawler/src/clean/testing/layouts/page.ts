import { handMade, type KindPage } from '../kinds/page.ts';

type Said = Pick<KindPage, 'title' | 'author' | 'day'>;

/**
 * A page of one layout, written by hand after the markup of real systems.
 * @param head what `<title>` says, and further elements of the head
 * @param body with marks around the text
 */
export function layout(
  name: string,
  url: string,
  said: Partial<Said> & Pick<Said, 'title'>,
  head: { title: string; more?: string },
  body: string,
): KindPage {
  const html = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${head.title}</title>${head.more ?? ''}</head>
<body>${body}</body></html>`;
  return handMade('layout', name, url, html, { author: '', day: null, ...said });
}

/** Begin and end of what a good reader gives back. */
export { from as T, to as E } from '../kinds/parts.ts';
