import { bands, Page, present } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import type { Outcome, Send } from '@zhibiao/shared/queues';
import { cleanerVersion } from '../clean/index.ts';
import { pageUrl, simhash } from '../discovery/index.ts';
import { textHash } from '../recrawl/index.ts';
import { emptyArticle } from './empty-article.ts';
import { type Gathered, gatherArticle } from './gather.ts';
import { afterAnswer } from './page-state.ts';
import type { CleanedPage } from './read-page.ts';
import { linksOf } from './take-list.ts';
import type { Manner, Task } from './task.ts';

/** Joins the pages of a text, archives the article and sends it to the parser when its words have changed. */
export async function takeArticle(task: Task, first: CleanedPage, manner: Manner): Promise<Outcome> {
  const gathered = await gatherArticle(task.deps, first, manner);
  if (gathered.kind === 'wait') return { delayMs: gathered.ms };
  // A start page that reads like an article (a blog's front page) is followed all the same.
  const links = task.message.depth === 0 && task.source ? await linksOf(task, first) : [];
  return keepArticle(task, gathered, { links });
}

interface Keeping {
  readonly links?: readonly Emission[];
  /** what the page's state shall say beside what the text shows */
  readonly found?: Partial<Page>;
}

/** Archives a text as its page's and sends it to the parser when its words have changed. */
export async function keepArticle(
  task: Task,
  gathered: Extract<Gathered, { kind: 'article' }>,
  { links = [], found = {} }: Keeping,
): Promise<Outcome> {
  const { deps, message, change, before } = task;
  const [first] = gathered.parts as [CleanedPage];
  const hash = textHash(gathered.article.text);
  const unchanged = before?.article != null && before.textHash === hash;
  // The article of an unchanged text is the one archived before: furniture makes no new version.
  const article = unchanged
    ? present(before.article, 'the article')
    : await deps.archive.put(JSON.stringify(gathered.article));
  const likeness = simhash(gathered.article.text);
  const state = afterAnswer(change, first.snapshot, unchanged ? 'unchanged' : 'changed', {
    role: 'article',
    textHash: hash,
    simhash: likeness,
    bands: likeness ? bands(likeness) : [],
    article,
    ...found,
  });
  // The page may say so and its message may be lost: with a Redis that lost its last second, or a job that gave up.
  const isRead = unchanged && (await deps.pages.isExtracted(message.url, article));
  const parse = isRead || (await isPart(task)) ? [] : [parseOf(task, message.url, gathered.parts, article)];
  const after: Outcome['after'] = async (send) => {
    // Another job may have found meanwhile that this page continues a text that begins elsewhere: its word counts.
    const giveBack = async () => {
      if (parse.length > 0) await send([await emptyParse(task, message.url, gathered.parts)]);
    };
    if (await isPart(task)) return giveBack();
    await absorbParts(task, gathered.parts, send);
    await deps.pages.savePage(state);
    const owner = await deps.claims.ownerOf(message.run, message.url);
    if (owner === null) return;
    await giveBack();
    await deps.pages.savePage(asPart(state, 'part', owner));
  };
  return { emit: [...links, ...gathered.missed.map((url) => askAlone(task, url)), ...parse], after };
}

/** A part that could not be fetched fails once more as a page of its own: so its failure is told under its own name. */
function askAlone({ message }: Task, address: string): Emission {
  const url = pageUrl(address);
  return { queue: 'crawl', message: { ...message, url, address, kind: 'page', force: false } };
}

const isPart = async ({ deps, message }: Task) => (await deps.pages.getPage(message.url))?.partOf != null;

/** Marks the further pages of a text as its parts. One that was taken for a text of its own before gives its documents back. */
async function absorbParts(task: Task, parts: readonly CleanedPage[], send: Send): Promise<void> {
  // Linked by an address that redirects, a part may be known by both.
  const addresses = parts.slice(1).flatMap(({ snapshot }) => [snapshot.url, snapshot.finalUrl]);
  for (const url of new Set(addresses.map(pageUrl)))
    if (url !== task.message.url) await absorb(task, { url, role: 'part' }, parts, send);
}

/** Makes a page one of this task's text. */
export async function absorb(
  task: Task,
  { url, role }: Pick<Page, 'url' | 'role'>,
  parts: readonly CleanedPage[],
  send: Send,
): Promise<void> {
  const { deps, message, source } = task;
  await deps.claims.claim(message.run, url, message.url);
  const known = await deps.pages.getPage(url);
  if (known?.partOf === message.url && known.role === role) return;
  if (known?.article) await send([await emptyParse(task, url, parts)]);
  const page = known ?? Page.parse({ url, source: source?.id ?? null });
  await deps.pages.savePage(asPart(page, role, message.url));
}

const asPart = (page: Page, role: Page['role'], partOf: string): Page => ({
  ...page,
  role,
  partOf,
  article: null,
  textHash: null,
});

/** Gives back the documents of a page that is none of its own: they are parsed again as an empty article. */
export async function emptyParse(task: Task, page: string, parts: readonly CleanedPage[]): Promise<Emission> {
  return parseOf(
    task,
    page,
    parts,
    await task.deps.archive.put(JSON.stringify(emptyArticle(page, 'part-of-another-text'))),
  );
}

function parseOf(task: Task, page: string, parts: readonly CleanedPage[], article: string): Emission {
  const { run, shadow, source } = task.message;
  const snapshots = parts.flatMap(({ snapshot, sheets = [] }) => [snapshot.key, ...sheets.map((s) => s.key)]);
  return {
    queue: 'parse',
    message: { run, shadow, source, page, snapshots, cleaner: cleanerVersion(), article },
  };
}
