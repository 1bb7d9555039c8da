import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { joinBlocks, renderBlocks } from '../../packages/crawler/src/clean/dom/blocks.ts';
import { parseHtml } from '../../packages/crawler/src/clean/dom/parse.ts';
import { cleanFile } from '../../packages/crawler/src/clean/index.ts';

export interface PageOfSet {
  bytes: Uint8Array;
  /** decoded beforehand: the peers are spared that work, we are not */
  html: string;
  url: string;
}

export interface Peer {
  name: string;
  /** the page's main text, or '' */
  run: (page: PageOfSet) => string | Promise<string>;
}

/** Peers give HTML; one converter makes text of it for all, outside of the measured time. */
export const toText = (html: string): string => joinBlocks(renderBlocks(parseHtml(html).root));

export const ours: Peer = {
  name: 'Zhibiao',
  run: ({ bytes, url }) => cleanFile({ bytes, url })[0]?.text ?? '',
};

export const peers: Peer[] = [
  {
    name: 'Readability, linkedom',
    run: ({ html }) => new Readability(parseHTML(html).document as never).parse()?.content ?? '',
  },
  {
    name: 'Readability, jsdom',
    run: ({ html, url }) => {
      const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
      return new Readability(dom.window.document).parse()?.content ?? '';
    },
  },
  {
    name: 'Defuddle, linkedom',
    run: ({ html, url }) =>
      quietly(async () => (await Defuddle(parseHTML(html).document as never, url)).content),
  },
  {
    name: 'article-extractor',
    run: async ({ html, url }) => (await extractFromHtml(html, url))?.content ?? '',
  },
];

/** Defuddle reports every oddity of a page's structured data on standard error. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return await work();
  } finally {
    console.error = error;
    console.warn = warn;
  }
}
