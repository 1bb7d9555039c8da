import {
  type Article,
  copyDistance,
  hammingDistance,
  type Page,
  present,
  type Snapshot,
} from '@zhibiao/shared';
import type { Outcome } from '@zhibiao/shared/queues';
import { canonicalUrl, pageUrl, simhash } from '../discovery/index.ts';
import { textHash } from '../recrawl/index.ts';
import { gatherArticle } from './gather.ts';
import { afterAnswer, afterGone } from './page-state.ts';
import type { CleanedPage } from './read-page.ts';
import { absorb, emptyParse, keepArticle } from './take-article.ts';
import type { Manner, Task } from './task.ts';

/** @returns the address that this page has moved to for good, null where it has not */
export function movedTo(
  task: Task,
  { finalUrl, chain }: Pick<Snapshot, 'finalUrl' | 'chain'>,
): string | null {
  const forGood = chain.length > 0 && chain.every(({ status }) => status === 301 || status === 308);
  return forGood && canonicalUrl(finalUrl) !== task.message.url ? finalUrl : null;
}

/** True for the new address of a text that stays the page of its old one. */
export const isNewAddress = (page: Page | null): page is Page & { partOf: string } =>
  page !== null && page.role === 'other' && page.partOf !== null;

/** @returns the address at which a page that has moved is read since */
export const knownMove = (page: Page | null): string | null =>
  page !== null && page.movedTo === page.address ? page.movedTo : null;

/** Who asks for a new address asks for the text that is there. */
export function askForText({ address: _, ...message }: Task['message'], url: string): Outcome {
  return { emit: [{ queue: 'crawl', message: { ...message, url } }] };
}

/** Sends what was asked for to its new address. */
export function followMove(task: Task, snapshot: Snapshot, address: string): Outcome {
  const { deps, message, change } = task;
  const state = afterAnswer(change, snapshot, 'unchanged', { role: 'other', movedTo: address });
  return { emit: [atNewAddress(message, address)], after: () => deps.pages.savePage(state) };
}

/**
 * A known text whose address has moved for good. It stays the same page, so that its history goes on, and is read at
 * the new address from now on. Where the text has been found at its new address too, one of the two gives its documents
 * back, else every figure would count twice: the page that was known first goes on. Where something else came in its
 * place (a front page, as many sites do for what they have taken down), the text is gone, and what it said is kept.
 */
export async function takeMoved(
  task: Task,
  first: CleanedPage,
  manner: Manner,
  address: string,
): Promise<Outcome> {
  const { deps, before } = task;
  if (first.cleaned.role !== 'article') return leaveBehind(task, first, address);
  const gathered = await gatherArticle(deps, first, manner);
  if (gathered.kind === 'wait') return { delayMs: gathered.ms };
  if (!isSameText(before, gathered.article)) return leaveBehind(task, first, address);
  const url = pageUrl(address);
  const there = await deps.pages.getPage(url);
  const isElder = there?.article && (there.changedAt ?? 0) <= (before?.changedAt ?? 0);
  if (isElder && there.partOf === null) return handOver(task, gathered.parts, address);
  const outcome = await keepArticle(task, gathered, { found: { address, movedTo: address } });
  return {
    ...outcome,
    async after(send) {
      await absorb(task, { url, role: 'other' }, gathered.parts, send);
      await outcome.after?.(send);
    },
  };
}

/** The page at the new address goes on with this text. */
async function handOver(task: Task, parts: readonly CleanedPage[], address: string): Promise<Outcome> {
  const { deps, message, change } = task;
  const nothing = { article: null, textHash: null, simhash: null, bands: [] };
  const found = { role: 'other' as const, ...nothing, movedTo: address };
  const state = afterAnswer(change, present(parts[0], 'the first of parts').snapshot, 'changed', found);
  const emit = [await emptyParse(task, message.url, parts)];
  return { emit, after: () => deps.pages.savePage(state) };
}

/** Something else is there now. Another text may be one that the source wants. */
function leaveBehind({ deps, message, change }: Task, first: CleanedPage, address: string): Outcome {
  const state = afterGone(change, first.snapshot.chain[0]?.status ?? 301, address);
  const emit = first.cleaned.role === 'article' ? [atNewAddress(message, address)] : [];
  return { emit, after: () => deps.pages.savePage(state) };
}

const atNewAddress = (message: Task['message'], address: string) =>
  ({
    queue: 'crawl',
    message: { ...message, url: pageUrl(address), address },
  }) as const;

/** The same text up to corrections: what a site changes when it moves. */
function isSameText(before: Page | null, { text }: Article): boolean {
  const likeness = simhash(text);
  if (!before?.simhash || likeness === null) return before?.textHash === textHash(text);
  return hammingDistance(before.simhash, likeness) <= copyDistance;
}
