import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import iconv from 'iconv-lite';
import type { SitePage } from './site-manifest.ts';

/** A line of a text: `level` 0 is a paragraph, 1 a heading (`## `), 2 a lower heading (`### `). */
interface Block {
  level: 0 | 1 | 2;
  text: string;
}

/** What the templates know beside their page. */
interface Request {
  origin: string;
  url: URL;
  /** how often this address was asked for, this time included */
  count: number;
}

export type Renderer = (page: SitePage, request: Request) => Buffer;

/** @param dir folder of the demo site: one folder per site, and `texts` */
export function createRenderer(dir: string): Renderer {
  const eta = new Eta({ views: dir, cache: true, autoTrim: false });
  /** `it.blocks(name, part?)`: a text of `texts/` or one of its parts, counted from 1 */
  const blocks = (name: string, part?: number) => readBlocks(join(dir, 'texts', `${name}.txt`), part);
  return (page, request) => {
    if (page.file) return readFileSync(join(dir, page.site, page.file));
    if (!page.template) return Buffer.alloc(0);
    const query = Object.fromEntries(request.url.searchParams);
    const context = { page: page.data, origin: request.origin, count: request.count, query, blocks };
    return encode(eta.render(`/${page.site}/${page.template}`, context), page.charset);
  };
}

/**
 * Encodes a page. A stretch between `<!--utf-8-->` and `<!--/utf-8-->` (or gb18030) is written in that charset: the
 * widget of another system that makes a page mixed.
 */
export function encode(text: string, charset: SitePage['charset']): Buffer {
  const stretches = text.split(/(<!--(?:utf-8|gb18030)-->[\s\S]*?<!--\/(?:utf-8|gb18030)-->)/);
  return Buffer.concat(
    stretches.map((stretch) =>
      iconv.encode(stretch, /^<!--(utf-8|gb18030)-->/.exec(stretch)?.[1] ?? charset),
    ),
  );
}

/** A text file: one block a line; a line of `====` ends a part (a floor, a page, a column of a newspaper). */
function readBlocks(file: string, part?: number): Block[] {
  const parts = readFileSync(file, 'utf8').split(/^=+\n/m);
  const text = part === undefined ? parts.join('') : parts[part - 1];
  if (text === undefined) throw new Error(`${file} has no part ${part}`);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const marks = /^(#{2,3}) /.exec(line)?.[1]?.length ?? 1;
      return { level: (marks - 1) as Block['level'], text: line.replace(/^#{2,3} /, '') };
    });
}
