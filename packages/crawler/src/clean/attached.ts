import type { Article } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { claimedKind } from '../attachments/kind.ts';
import { ancestors, type Element, nameCues, type ParentNode } from './dom/nodes.ts';
import { linkOf, type Page, resolve } from './dom/page.ts';
import { all, query } from './dom/select.ts';
import { rules } from './rules/load.ts';
import type { FamilyRules } from './rules/schema.ts';

export type Attached = NonNullable<Article['attachments']>[number];

const anchors = query('a[href]');
const images = query('img[src], img[data-src], img[data-original]');
const hints = /\/attach|[?&](fileid|file_id|fileguid|attachid)=/i;
/** Small pictures are signs. In pixels. */
const MIN_PICTURE = 200;

/** Files that a portal hangs below its text: linked in the text and in what stands around it, or shown in a viewer. */
export function attachedFiles(page: Page, bodies: readonly ParentNode[]): Attached[] {
  const near = bodies.flatMap((b) => [b, ...ancestors(b).slice(0, 3)]);
  const out = new Map<string, Attached>();
  for (const link of page.index.all(anchors)) {
    if (leadsToFile(link) && ancestors(link).some((a) => near.includes(a))) addLink(page, link, out);
  }
  addViewed(page, out);
  return [...out.values()];
}

/** What a page without a text has instead: files anywhere but in its furniture, else the pictures of its body. */
export function onlyAttached(page: Page, family: FamilyRules): Attached[] {
  const out = new Map<string, Attached>();
  for (const link of page.index.all(anchors)) {
    if (leadsToFile(link) && !isFurniture(link)) addLink(page, link, out);
  }
  addViewed(page, out);
  if (out.size > 0) return [...out.values()];
  for (const selector of [...family.body, ...rules.generic.body]) {
    for (const box of page.index.all(selector)) {
      for (const image of all(box, images)) addPicture(page, image, out);
    }
    if (out.size > 0) break;
  }
  return [...out.values()];
}

function leadsToFile({ attribs }: Element): boolean {
  const href = present(attribs.href, 'the href');
  return (
    claimedKind(href) !== null ||
    hints.test(href) ||
    (/download/i.test(href) && (attribs.title !== undefined || attribs.download !== undefined))
  );
}

function addLink(page: Page, link: Element, out: Map<string, Attached>): void {
  const { url, text } = linkOf(page, link);
  const title = text || link.attribs.title?.trim() || '';
  if (url && title.length > 1 && !out.has(url)) out.set(url, attached(url, title));
}

function addViewed(page: Page, out: Map<string, Attached>): void {
  for (const file of page.embedded.files) {
    const url = resolve(page, file);
    if (url && !out.has(url)) out.set(url, attached(url, url.slice(url.lastIndexOf('/') + 1)));
  }
}

function addPicture(page: Page, image: Element, out: Map<string, Attached>): void {
  const { attribs } = image;
  const url = resolve(page, attribs['data-original'] ?? attribs['data-src'] ?? attribs.src);
  const size = [attribs.width, attribs.height].map((v) => Number.parseInt(v ?? '', 10));
  if (
    !url ||
    size.some((n) => n < MIN_PICTURE) ||
    /\.(gif|svg|ico)(\?|$)|logo|icon|qrcode|ewm|banner|share/i.test(url)
  )
    return;
  if (!isFurniture(image))
    out.set(url, { url, title: attribs.alt?.trim() || attribs.title?.trim() || '图片', kind: 'image' });
}

function attached(url: string, title: string): Attached {
  const kind = claimedKind(title) ?? claimedKind(url);
  return { url, title, ...(kind === null ? {} : { kind }) };
}

const isFurniture = (element: Element): boolean =>
  ancestors(element).some(
    (a) => /^(nav|footer|header|aside)$/.test(a.name) || /nav|foot|header|side|banner|menu/.test(nameCues(a)),
  );
