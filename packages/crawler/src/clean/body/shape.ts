import {
  ancestors,
  type Element,
  isTag,
  nameCues,
  type ParentNode,
  tagsNamed,
  textOf,
} from '../dom/nodes.ts';
import type { BodyCues } from '../rules/schema.ts';
import { type Features, featuresOf, linkDensity, prose } from './features.ts';
import { scoreCandidates } from './score.ts';

/** A text shorter than this may be the wrong one: what looked unlikely is looked at as well. In weight. */
const SHORT = 200;

/** The elements that look most like a text: lines of prose vote for the elements around them. */
export function locateByShape(
  root: ParentNode,
  features: Map<ParentNode, Features>,
  cues: BodyCues,
  unlikely: ReadonlySet<Element>,
): ParentNode[] {
  const likely = bestCandidate(features, cues, (e) => unlikely.has(e));
  if (totalProse(likely, features) >= SHORT) return likely;
  const any = bestCandidate(features, cues, () => false);
  if (any.length > 0) return totalProse(any, features) > totalProse(likely, features) ? any : likely;
  // a page of one short line has no box that stands out
  const all = featuresOf(features, root);
  return all.weight > 0 && linkDensity(all) < 0.5 ? [root] : [];
}

function bestCandidate(
  features: Map<ParentNode, Features>,
  cues: BodyCues,
  excluded: (element: Element) => boolean,
): Element[] {
  const candidates = scoreCandidates(features, cues, excluded);
  const top = candidates[0];
  if (!top) return [];
  const scores = new Map(candidates.map((c) => [c.element, c.score]));
  const best = grow(climb(top.element, top.score, scores, candidates.slice(0, 6)), features, excluded);
  return withSiblings(best, scores, features, excluded);
}

export const totalProse = (elements: readonly ParentNode[], features: Map<ParentNode, Features>): number =>
  elements.reduce((n, e) => n + prose(featuresOf(features, e)), 0);

export function unlikelyElements(features: Map<ParentNode, Features>, cues: BodyCues): Set<Element> {
  const out = new Set<Element>();
  /** by class and id: pages repeat a few of them thousands of times */
  const verdicts = new Map<string, boolean>();
  const isNamedSo = (names: string): boolean => {
    let known = verdicts.get(names);
    if (known === undefined) {
      known = cues.never.test(names) || (cues.unlikely.test(names) && !cues.likely.test(names));
      verdicts.set(names, known);
    }
    return known;
  };
  for (const node of features.keys()) {
    if (
      !isTag(node) ||
      node.name === 'body' ||
      node.name === 'html' ||
      node.name === 'article' ||
      node.name === 'a'
    )
      continue;
    const names = nameCues(node);
    if (names !== ' ' && isNamedSo(names)) out.add(node);
    else if (
      node.name === 'aside' ||
      node.name === 'nav' ||
      /^(complementary|navigation|dialog|menu|menubar)$/.test(node.attribs.role ?? '')
    )
      out.add(node);
  }
  return out;
}

/** From the best element up: to a shared ancestor of several good ones, past single-child wrappers, while scores rise. */
function climb(
  start: Element,
  score: number,
  scores: Map<Element, number>,
  rivals: { element: Element; score: number }[],
): Element {
  let best = start;
  const good = rivals
    .filter((r) => r.score >= score * 0.75 && r.element !== start)
    .map((r) => new Set<Element>(ancestors(r.element)));
  if (good.length >= 3) {
    const shared = ancestors(start).find(
      (a) => a.name !== 'body' && a.name !== 'html' && good.filter((g) => g.has(a)).length >= 3,
    );
    if (shared) best = shared;
  }
  let last = scores.get(best) ?? score;
  const floor = last / 3;
  for (
    let parent = best.parent;
    parent && isTag(parent) && parent.name !== 'body' && parent.name !== 'html';
    parent = parent.parent
  ) {
    const s = scores.get(parent);
    if (s === undefined) continue;
    if (s < floor) break;
    if (s > last) {
      best = parent;
      break;
    }
    last = s;
  }
  while (
    best.parent &&
    isTag(best.parent) &&
    best.parent.name !== 'body' &&
    best.parent.children.filter(isTag).length === 1
  )
    best = best.parent;
  return best;
}

/** Takes in the parent while what it adds is prose as well: texts of several sections, each in a box of its own. */
function grow(
  start: Element,
  features: Map<ParentNode, Features>,
  excluded: (e: Element) => boolean,
): Element {
  let best = start;
  for (
    let parent = best.parent;
    parent && isTag(parent) && !/^(body|html|tr|tbody)$/.test(parent.name);
    parent = parent.parent
  ) {
    if (excluded(parent)) break;
    const own = featuresOf(features, best);
    const f = featuresOf(features, parent);
    const added = {
      weight: f.weight - own.weight,
      linkWeight: f.linkWeight - own.linkWeight,
      marks: f.marks - own.marks,
    };
    const proseLike =
      added.linkWeight < added.weight * 0.1 && added.marks / added.weight > (0.6 * own.marks) / own.weight;
    if (added.weight > own.weight * 0.15 && proseLike) best = parent;
  }
  return best;
}

/** A letter and its answer stand in one table, each beside its label. */
function labelledCells(best: Element, features: Map<ParentNode, Features>): Element[] {
  const table = ancestors(best).find((a) => a.name === 'table');
  if (!table || !isLabelled(best)) return [best];
  const cells = tagsNamed(table, 'td').filter(
    (cell) =>
      cell === best ||
      (isLabelled(cell) && featuresOf(features, cell).proseLines > 0 && featuresOf(features, cell).marks > 1),
  );
  return cells.every((cell) => !ancestors(cell).some((a) => cells.includes(a))) ? cells : [best];
}

/** In characters: 回复内容. */
const MAX_LABEL = 10;

function isLabelled(cell: Element): boolean {
  const [label, ...others] = (cell.parent?.children ?? []).filter(isTag).filter((c) => c !== cell);
  const said = label ? textOf(label) : '';
  return others.length === 0 && said !== '' && said.length <= MAX_LABEL;
}

function withSiblings(
  best: Element,
  scores: Map<Element, number>,
  features: Map<ParentNode, Features>,
  excluded: (e: Element) => boolean,
): Element[] {
  if (best.name === 'td') return labelledCells(best, features);
  if (!best.parent) return [best];
  const score = scores.get(best) ?? 0;
  const limit = Math.max(8, score * 0.2);
  const out: Element[] = [];
  for (const sibling of best.parent.children) {
    if (!isTag(sibling)) continue;
    if (sibling === best) {
      out.push(sibling);
      continue;
    }
    const f = featuresOf(features, sibling);
    if (excluded(sibling) || f.weight === 0) continue;
    const bonus = sibling.attribs.class && sibling.attribs.class === best.attribs.class ? score * 0.2 : 0;
    if ((scores.get(sibling) ?? -Infinity) + bonus >= limit) out.push(sibling);
    else if (
      sibling.name === 'p' &&
      ((f.weight > 80 && linkDensity(f) < 0.25) || (f.weight > 0 && f.linkWeight === 0 && f.marks > 0))
    )
      out.push(sibling);
  }
  return out;
}
