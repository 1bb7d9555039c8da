import { present } from '@zhibiao/shared';
import { ancestors, type Element, isTag, nameCues, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import type { Query } from '../dom/select.ts';
import type { BodyCues, Furniture, MetaRules } from '../rules/schema.ts';
import { besideHeadline } from './beside.ts';
import { type Features, featuresOf, measure, prose } from './features.ts';
import { findOpening } from './opening.ts';
import { restOf } from './rest.ts';
import { type Run, runFrom } from './run.ts';
import { locateByShape, totalProse, unlikelyElements } from './shape.ts';

export interface Located {
  /** the elements that hold the text, in page order */
  elements: ParentNode[];
  features: Map<ParentNode, Features>;
  /** whether they stand below the page's own headline */
  isOpened: boolean;
  /** the first line of running text below the page's own headline */
  line: Element | null;
}

/** Finds the element(s) that hold the page's text: by the family's selectors, else by shape. */
export function locateBody(
  page: Page,
  selectors: readonly Query[],
  cues: BodyCues,
  furniture: Furniture,
  meta: MetaRules,
): Located {
  const features = measure(page.root);
  const unlikely = unlikelyElements(features, cues);
  const { elements, isOpened, line } = locateBox(page, selectors, cues, features, unlikely, furniture, meta);
  const last = elements.at(-1);
  if (!last || last === page.root) return { elements, features, isOpened, line };
  const all = withFurtherDocuments(page, elements, features);
  const isOut = (e: Element) => unlikely.has(e) || e.name === 'footer' || cues.negative.test(nameCues(e));
  return {
    elements: [...all, ...restOf(present(all.at(-1), 'the last of all'), features, isOut, furniture)],
    features,
    isOpened,
    line,
  };
}

/** Bodies of the same make in whole documents that stand one behind the other; ids are of one document, too. */
function withFurtherDocuments(
  page: Page,
  elements: ParentNode[],
  features: Map<ParentNode, Features>,
): ParentNode[] {
  const [body] = elements;
  if (!body || elements.length > 1 || !isTag(body) || page.documents < 2) return elements;
  const { id, class: classes } = body.attribs;
  if (id === undefined && classes === undefined) return elements;
  const openings = new Map<string, Element>([[textOf(body).slice(0, OPENING), body]]);
  for (const other of page.index.withKey(body.name)) {
    const opening = textOf(other).slice(0, OPENING);
    const isSameMake = other.attribs.id === id && other.attribs.class === classes;
    if (isSameMake && prose(featuresOf(features, other)) > 0 && !openings.has(opening))
      openings.set(opening, other);
  }
  const found = [...openings.values()];
  return page.index.withKey(body.name).filter((e) => found.includes(e));
}

/** Texts that begin alike are one text twice. In characters. */
const OPENING = 40;

function locateBox(
  page: Page,
  selectors: readonly Query[],
  cues: BodyCues,
  features: Map<ParentNode, Features>,
  unlikely: ReadonlySet<Element>,
  furniture: Furniture,
  meta: MetaRules,
): Pick<Located, 'elements' | 'isOpened' | 'line'> {
  const isOut = (e: Element) => unlikely.has(e) || e.name === 'footer' || cues.drop.test(nameCues(e));
  const opening = findOpening(page, features, isOut, furniture, meta);
  const run = opening && runFrom(opening, features, furniture);
  const shape = locateByShape(page.root, features, cues, unlikely);
  const byShape = opening && run ? besideHeadline(shape, opening, run, features, page) : shape;
  const isOpened = (elements: ParentNode[]) =>
    opening !== null &&
    elements.some(
      (e) =>
        e === opening.line ||
        ancestors(opening.line).includes(e as Element) ||
        present(run, 'the run').elements.includes(e as Element) ||
        ancestors(e).some((a) => present(run, 'the run').elements.includes(a)),
    );
  const chosen = (elements: ParentNode[]) => ({
    elements,
    isOpened: isOpened(elements),
    line: opening?.line ?? null,
  });
  const shapeWeight = byShape.reduce((n, e) => n + featuresOf(features, e).weight, 0);
  for (const selector of selectors) {
    const found = outermost(page.index.all(selector)).filter((e) => featuresOf(features, e).weight > 0);
    const isNear = (e: Element) => run?.elements.some((r) => r === e || ancestors(e).includes(r)) === true;
    const best = found.sort(
      (a, b) =>
        Number(isNear(b)) - Number(isNear(a)) ||
        prose(featuresOf(features, b)) - prose(featuresOf(features, a)),
    )[0];
    if (!best) continue;
    // a selector that hits a side box, or a part of the text only, is not believed
    if (
      opening &&
      (ancestors(opening.line).includes(best) ||
        (isNear(best) && isMostOf(best, present(run, 'the run'), features)))
    )
      return chosen([best]);
    const inside =
      byShape.length === 1 &&
      best !== byShape[0] &&
      ancestors(present(byShape[0], 'the first of by shape')).includes(best);
    if (inside || prose(featuresOf(features, best)) >= shapeWeight * 0.4) {
      return chosen([best]);
    }
  }
  return chosen(byShape);
}

const isMostOf = (element: Element, { elements }: Run, features: Map<ParentNode, Features>): boolean =>
  prose(featuresOf(features, element)) * 2 >= totalProse(elements, features);

function outermost(elements: Element[]): Element[] {
  const set = new Set(elements);
  return elements.filter((e) => !ancestors(e).some((a) => set.has(a)));
}
