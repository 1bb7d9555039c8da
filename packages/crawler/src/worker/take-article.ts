import { type Article, bands, type Emission, type Outcome, Page, type Send } from '@zhibiao/shared';
import { cleanerVersion } from '../clean/index.ts';
import { canonicalUrl, simhash } from '../discovery/index.ts';
import { textHash } from '../recrawl/index.ts';
import { type CleanedPage, gatherArticle } from './gather.ts';
import { afterAnswer } from './page-state.ts';
import { linksOf } from './take-list.ts';
import type { Manner, Task } from './task.ts';

/** Joins the pages of a text, archives the article and sends it to the parser when its words have changed. */
export async function takeArticle(task: Task, first: CleanedPage, manner: Manner): Promise<Outcome> {
  const { deps, message, change, before } = task;
  const gathered = await gatherArticle(deps, first, manner);
  if (gathered.kind === 'wait') return { delayMs: gathered.ms };
  // A start page that reads like an article (a blog's front page) is followed all the same.
  const links = message.depth === 0 && task.source ? await linksOf(task, first) : [];
  const hash = textHash(gathered.article.text);
  const unchanged = before?.article != null && before.textHash === hash;
  // The article of an unchanged text is the one archived before: furniture makes no new version.
  const article = unchanged ? before.article! : await deps.archive.put(JSON.stringify(gathered.article));
  const role = 'article' as const;
  const likeness = simhash(gathered.article.text);
  const found = { role, textHash: hash, simhash: likeness, bands: likeness ? bands(likeness) : [], article };
  const state = afterAnswer(change, first.snapshot, unchanged ? 'unchanged' : 'changed', found);
  const parse =
    unchanged || (await isPart(task)) ? [] : [parseOf(task, message.url, gathered.parts, article)];
  const after: Outcome['after'] = async (send) => {
    // Another job may have found meanwhile that this page continues a text that begins elsewhere: its word counts.
    if (await isPart(task)) {
      if (parse.length > 0) await send([await emptyParse(task, message.url, gathered.parts)]);
      return;
    }
    await absorbParts(task, gathered.parts, send);
    await deps.pages.savePage(state);
  };
  return { emit: [...links, ...parse], after };
}

const isPart = async ({ deps, message }: Task) => (await deps.pages.getPage(message.url))?.partOf != null;

/**
 * Marks the further pages of a text as its parts. One that was taken for a text of its own before gives its documents
 * back: it is parsed again as an empty article.
 */
async function absorbParts(task: Task, parts: readonly CleanedPage[], send: Send): Promise<void> {
  const { deps, message, source } = task;
  for (const { snapshot } of parts.slice(1)) {
    const url = canonicalUrl(snapshot.url) ?? snapshot.url;
    const known = await deps.pages.getPage(url);
    if (url === message.url || known?.partOf === message.url) continue;
    if (known?.article) await send([await emptyParse(task, url, parts)]);
    const page = known ?? Page.parse({ url, source: source?.id ?? null });
    await deps.pages.savePage({ ...page, role: 'part', partOf: message.url, article: null, textHash: null });
  }
}

async function emptyParse(task: Task, page: string, parts: readonly CleanedPage[]): Promise<Emission> {
  return parseOf(task, page, parts, await task.deps.archive.put(JSON.stringify(emptied(page))));
}

function parseOf(task: Task, page: string, parts: readonly CleanedPage[], article: string): Emission {
  const { run, shadow, source } = task.message;
  const snapshots = parts.map((part) => part.snapshot.key);
  return {
    queue: 'parse',
    message: { run, shadow, source, page, snapshots, cleaner: cleanerVersion, article },
  };
}

const emptied = (url: string): Article => ({
  ...{ url, title: '', author: '', publishedAt: null, site: '', text: '', family: 'generic' },
  charset: { label: 'none', reason: 'part of another text' },
  parts: [],
  flags: ['part-of-another-text'],
});
