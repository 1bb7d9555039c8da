import type { Article, PageFamily } from '@zhibiao/shared';

/** The bytes of one response or file, and what is known about them. Nothing else decides the outcome. */
export interface PageInput {
  bytes: Uint8Array;
  /** address after redirects; relative links are resolved against it (or against the page's own `<base>`) */
  url?: string;
  /** the response's Content-Type header, with or without charset */
  contentType?: string | null;
  /** the response's Refresh header */
  refresh?: string | null;
  /** the source's family, where the source file names one; otherwise the page decides */
  family?: PageFamily;
  /** bodies of style sheets that the page links, by address ({@link Cleaned.sheets}) */
  sheets?: ReadonlyMap<string, string>;
  /** file name, for offline cleaning; also a hint (`.txt`) */
  file?: string;
}

/** A link of the page. `article` leads to a text, `list` to a list of texts (a board, a column, a newspaper page). */
export interface Link {
  url: string;
  title: string;
  kind: 'article' | 'list' | 'other';
}

/**
 * A further part of the same text: `page` is another page of the same article, `floor-page` another page of the same
 * thread (whose floors by the same author belong to the text), `jump` the page a newspaper continues on (下转),
 * `mobile` the same text in another template, worth a try where this one is a shell.
 */
export interface Continuation {
  url: string;
  kind: 'page' | 'floor-page' | 'jump' | 'mobile';
}

/**
 * What one page holds.
 *
 * - `article`: `articles` has one entry; on page 2 and later of a thread one per author, because only page 1 knows whose
 *   floors continue the text ({@link joinParts} picks)
 * - `list`: `articles` is empty, `listing` holds the titles, for people to read, not for the parser
 * - `shell`: the page fills itself by script: render it; `blocked`: a block, login or challenge page, whatever its status
 * - `empty`: nothing to read; `flags` say why
 */
export interface Cleaned {
  role: 'article' | 'list' | 'shell' | 'blocked' | 'empty';
  articles: Article[];
  listing: Article | null;
  /** absolute, unique, in page order, page's own furniture (print, share, login) left out */
  links: Link[];
  /** further pages of a list */
  next: string[];
  /** nearest first */
  continuations: Continuation[];
  /** style sheets of the page's own site that may hide a part of a number: worth a request ({@link PageInput.sheets}) */
  sheets: string[];
  /** where a page that says nothing itself leads, by refresh, script or frames: absolute, nearest first */
  leads: string[];
  /** the address that the page calls its own */
  canonical: string | null;
  /** floors of a thread page, or threads or articles of a list */
  posts?: number;
  flags: string[];
}

/** A result with nothing in it; `flags` say why. */
export function nothing(...flags: string[]): Cleaned {
  return {
    role: 'empty',
    articles: [],
    listing: null,
    links: [],
    next: [],
    continuations: [],
    canonical: null,
    sheets: [],
    leads: [],
    flags,
  };
}
