import { present } from '@zhibiao/shared';
/** What portal systems leave to a script of theirs to show, in forms that are always the same. */

/** A pager that a script draws, of TRS portals: `createPageHTML(12, 0, "index", "html")`. */
export interface ScriptedPager {
  /** how many pages there are, and which this one is, from 0 */
  pages: number;
  current: number;
  /** page 0 is `name.extension`, page 1 is `name_1.extension` */
  name: string;
  extension: string;
}

const drawsPager =
  /\bcreatePageHTML\w*\(\s*(?:["'][\w-]*["']\s*,\s*)?["']?(\d{1,5})["']?\s*,\s*["']?(\d{1,5})["']?\s*,\s*["']([\w-]+)["']\s*,\s*["'](s?html?)["']/;

/** @returns the pager that a page's scripts draw, or null */
export function scriptedPager(html: string): ScriptedPager | null {
  const at = html.indexOf('createPageHTML');
  const drawn = at < 0 ? null : drawsPager.exec(html.slice(at));
  if (!drawn) return null;
  const [, pages, current, name, extension] = drawn;
  return {
    pages: Number(pages),
    current: Number(current),
    name: present(name, 'the name'),
    extension: present(extension, 'the extension'),
  };
}

const store = /<script\b[^<>]{0,200}?\btext\/xml\b[^<>]*>\s*(<datastore>[\s\S]*?)(?:<\/script>|$)/gi;
const record = /<record>\s*<!\[CDATA\[([\s\S]*?)(?:\]\]>\s*<\/record>|$)/g;

/** Lists of Hanweb's jcms stand in a script of type text/xml, an entry's markup in each record: put where a browser shows them. */
export function unwrapRecords(html: string): string {
  if (!html.includes('<datastore>')) return html;
  return html.replace(store, (_, xml: string) => [...xml.matchAll(record)].map((m) => m[1]).join('\n'));
}
