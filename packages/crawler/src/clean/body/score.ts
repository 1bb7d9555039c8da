import { ancestors, blockTags, type Element, isTag, nameCues, type ParentNode } from '../dom/nodes.ts';
import type { BodyCues } from '../rules/schema.ts';
import { type Features, featuresOf, linkDensity } from './features.ts';

/** Shorter lines say nothing about where the text is. In weight, see {@link Features}. */
const MIN_LINE = 40;
const LEVELS = 5;

// Lines of these belong to the text of their parent; other blocks hold their lines themselves (a div full of <br>).
const lineTags = new Set(['p', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'blockquote', 'tr', 'span']);

const baseScore: Record<string, number> = {
  article: 10,
  div: 5,
  td: 3,
  pre: 3,
  blockquote: 3,
  section: 3,
  main: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  th: -5,
  aside: -8,
};

/**
 * Readability's idea (each line of prose votes for the elements around it, nearer ones more), on weights that treat
 * Chinese and Western text alike. @returns candidates, best first
 */
export function scoreCandidates(
  features: Map<ParentNode, Features>,
  cues: BodyCues,
  excluded: (element: Element) => boolean,
): { element: Element; score: number }[] {
  const scores = new Map<Element, number>();
  for (const [node, f] of features) {
    if (!isTag(node) || f.ownWeight < MIN_LINE || !blockTags.has(node.name)) continue;
    if (f.ownLinkWeight > f.ownWeight / 2) continue;
    const chain = [node, ...ancestors(node)];
    if (chain.some(excluded)) continue;
    const points = 1 + f.ownMarks + Math.min(3, Math.floor(f.ownWeight / 100));
    let level = 0;
    for (const element of lineTags.has(node.name) ? chain.slice(1) : chain) {
      if (element.name === 'body' || element.name === 'html' || level >= LEVELS) break;
      if (!blockTags.has(element.name) || element.name === 'tbody' || element.name === 'tr') continue;
      const share = level === 0 ? 1 : level === 1 ? 0.5 : 1 / (level * 3);
      const before = scores.get(element) ?? (baseScore[element.name] ?? 0) + cueWeight(element, cues);
      scores.set(element, before + points * share);
      level++;
    }
  }
  return [...scores]
    .map(([element, score]) => ({
      element,
      score: score * (1 - linkDensity(featuresOf(features, element))),
    }))
    .sort((a, b) => b.score - a.score);
}

/** What an element's class and id say about it. */
export function cueWeight(element: Element, cues: BodyCues): number {
  const names = nameCues(element);
  if (names === ' ') return 0;
  return (cues.positive.test(names) ? 25 : 0) - (cues.negative.test(names) ? 25 : 0);
}
