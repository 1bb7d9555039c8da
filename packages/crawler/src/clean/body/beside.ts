import { present } from '@zhibiao/shared';
import { ancestors, type Element, isTag, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { query } from '../dom/select.ts';
import { bare } from '../furniture/same-text.ts';
import { type Features, featuresOf, firstProse, linkDensity, prose } from './features.ts';
import type { Opening } from './opening.ts';
import { isFeed, isOtherArticle, type Run } from './run.ts';

/**
 * The block beside the headline beats the longest block: where the text that stands below the page's own headline is
 * ended by a box of other articles and what looked like the text lies behind that box, or holds more than one article.
 *
 * @returns `found`, or the run's elements
 */
export function besideHeadline(
  found: ParentNode[],
  { headline, line }: Opening,
  run: Run,
  features: ReadonlyMap<ParentNode, Features>,
  page: Page,
): ParentNode[] {
  const [best] = found;
  const above = new Set<ParentNode>([line, ...ancestors(line)]);
  const holdsLine = found.some((e) => above.has(e));
  if (!best || !isTag(best)) return run.elements;
  if (!holdsLine) {
    // what looked like the text stands above the headline, or is the text whose first lines are in a box of their own
    const goesOn = run.elements.some((e) => e === best || ancestors(best).includes(e));
    if (page.index.isBefore(best, headline)) return run.elements;
    if (goesOn) return withOpening(best, line, run, features) ?? found;
    return run.end !== 'none' && isOtherText(best, run, features, page) ? run.elements : found;
  }
  const kept = new Set<ParentNode>(run.elements);
  if (run.end === 'none' || found.every((e) => kept.has(e) || ancestors(e).some((a) => kept.has(a))))
    return found;
  return isForeign(found, run, features, headline) ? run.elements : found;
}

/** How much more than the longest part the whole may say, and how many of its words may be links. */
const MAX_MORE = 3;
const MAX_LINKS = 0.3;

/** The box that holds the first line and what looked like the text, where both are parts of one: words above a list of steps. */
function withOpening(
  best: Element,
  line: Element,
  { elements }: Run,
  features: ReadonlyMap<ParentNode, Features>,
): Element[] | null {
  // elsewhere it is a subtitle, which is none of the text
  if (!/\p{Script=Han}/u.test(textOf(line))) return null;
  const own = prose(featuresOf(features, best));
  if (elements.includes(best))
    return elements.reduce((n, e) => n + prose(featuresOf(features, e)), 0) <= own * MAX_MORE
      ? elements
      : null;
  const above = new Set<ParentNode>(ancestors(line));
  const shared = ancestors(best).find((a) => above.has(a));
  if (!shared || shared.name === 'body' || shared.name === 'html') return null;
  const whole = featuresOf(features, shared);
  return prose(whole) <= own * MAX_MORE && linkDensity(whole) < MAX_LINKS ? [shared] : null;
}

const headings = query('h1, h2, h3, h4, [class*=title], [class*=Title]');
const MIN_HEADLINE = 6;

/** A feed, or a text that has a headline of its own behind the end of the run. */
function isOtherText(
  best: Element,
  run: Run,
  features: ReadonlyMap<ParentNode, Features>,
  page: Page,
): boolean {
  if (isFeed(featuresOf(features, best))) return true;
  const last = present(run.elements.at(-1), 'the last of elements');
  const first = firstProse(best, features);
  const title = bare(page.headTitle);
  return page.index
    .all(headings)
    .some(
      (h) =>
        page.index.isBefore(last, h) &&
        !ancestors(h).includes(last) &&
        page.index.isBefore(h, first) &&
        bare(textOf(h)).length >= MIN_HEADLINE &&
        !title.includes(bare(textOf(h))),
    );
}

/** Whether what was found beyond the run is mostly not of its text: other articles, feeds. */
function isForeign(
  found: readonly ParentNode[],
  run: Run,
  features: ReadonlyMap<ParentNode, Features>,
  headline: Element,
): boolean {
  if (run.end === 'other-article') return true;
  const all = found.reduce((n, e) => n + prose(featuresOf(features, e)), 0);
  const own = run.elements.reduce((n, e) => n + prose(featuresOf(features, e)), 0);
  if (own >= all * 0.9) return false;
  const rest = siblingsAfter(run, present(found[0], 'the first of found'));
  if (rest.some((e) => headline.name === 'h1' && isOtherArticle(e, headline, features))) return true;
  // text that goes on in the same box behind a box put into it
  if (
    rest.some(
      (e) =>
        e.name === present(run.elements[0], 'the first of elements').name &&
        featuresOf(features, e).proseLines > 0 &&
        !isFeed(featuresOf(features, e)),
    )
  )
    return false;
  return rest.some((e) => isFeed(featuresOf(features, e)));
}

/** What follows a run, in its box and in the boxes around it. */
function siblingsAfter({ elements }: Run, top: ParentNode): Element[] {
  const out: Element[] = [];
  for (let at: Element = present(elements.at(-1), 'the last of elements'); at !== top; at = at.parent) {
    for (let node = at.next; node; node = node.next) if (isTag(node)) out.push(node);
    if (!at.parent || !isTag(at.parent)) break;
  }
  return out;
}
