import type { Article } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { attachedFiles } from '../attached.ts';
import { clutterFilter } from '../body/clutter.ts';
import { firstProse } from '../body/features.ts';
import { locateBody } from '../body/locate.ts';
import { type Block, joinBlocks, renderBlocks } from '../dom/blocks.ts';
import { type Element, isTag, nameCues, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { textFlags } from '../furniture/flags.ts';
import { joinLines } from '../furniture/lines.ts';
import { sameText } from '../furniture/same-text.ts';
import { trimFurniture } from '../furniture/trim.ts';
import { authorOf, originOf, siteOf } from '../meta/byline.ts';
import { findDates } from '../meta/date.ts';
import { publishedAt } from '../meta/published.ts';
import { surroundings } from '../meta/surroundings.ts';
import { findTitle } from '../meta/title.ts';
import { rules } from '../rules/load.ts';
import type { FamilyRules } from '../rules/schema.ts';
import { beginsElsewhere, goesOnElsewhere, isArrival, jumpTarget } from './jump.ts';

/** What every family returns of an article; the caller adds file, url and charset. */
export type ArticleParts = Pick<Article, 'title' | 'author' | 'publishedAt' | 'site' | 'text' | 'family'> &
  Partial<Pick<Article, 'attachments' | 'origin'>> & { flags: string[] };

const NEAR_SUBTITLE = 8;
/** Between the line with the date and the text. In lines. */
const NEAR_DATE = 2;

/** 发布时间：2033-10-31 16:02　点击：57 stands above texts, and nowhere else. */
const isDateLine = (line: string): boolean =>
  /时间|日期|发布|来源/.test(line) && rules.furniture.head.test(line) && findDates(line).length > 0;

/** A page with one text, described by a family's rules, and where the text goes on in a newspaper. */
export function extractArticle(
  page: Page,
  family: FamilyRules,
): { article: ArticleParts; jump: string | null; bodies: readonly ParentNode[]; isOpened: boolean } {
  const located = locateBody(page, family.body, rules.cues, rules.furniture, rules.meta);
  const total = located.elements.reduce(
    (n, e) => n + present(located.features.get(e), 'the features of the element').weight,
    0,
  );
  const dropped = new Set(family.drop.flatMap((selector) => page.index.all(selector)));
  const isClutter = clutterFilter(located.features, rules.cues, dropped, total, located.line);
  const cards = new Set<string>();
  const skip = (element: Element): boolean => {
    const out = isClutter(element);
    if (out && rules.cues.cards.test(nameCues(element))) cards.add(textOf(element));
    return out;
  };
  const [only] = located.elements;
  const held =
    located.elements.length === 1
      ? [present(only, 'the only')]
      : located.elements.filter((e) => !isTag(e) || !skip(e));
  const raw: Block[] = held.flatMap((e) => renderBlocks(e, skip));
  const near = surroundings(page, located.elements);
  const title = findTitle(page, family.title, rules.meta, located.elements, near);
  const kept = trimFurniture(raw, [title, page.headTitle], rules.furniture);
  const lines = raw.map((b) => b.text);
  const text = [
    ...subtitles([...near.before, page.meta.get('enp:subtitle') ?? ''], kept),
    joinLines(joinBlocks(kept)),
  ].join('\n\n');
  const elsewhere =
    beginsElsewhere(text) || goesOnElsewhere(text) || near.before.slice(-NEAR_SUBTITLE).some(isArrival);
  const opens = located.line ?? (only ? firstProse(only, located.features) : null);
  const article: ArticleParts = {
    title,
    author: authorOf(located.elements, page, family.author, near, [...cards, ...lines], opens),
    publishedAt: publishedAt(page, family.date, near, lines),
    origin: originOf(page, family.origin, near, lines),
    site: siteOf(page),
    text,
    family: family.family,
    attachments: attachedFiles(page, located.elements),
    flags: [...(elsewhere ? ['continues-elsewhere'] : []), ...textFlags(located.elements, text)],
  };
  return {
    article,
    jump: jumpTarget(page, located.elements, text),
    bodies: located.elements,
    isOpened: located.isOpened || near.before.slice(-NEAR_DATE).some(isDateLine),
  };
}

/** Lines between title and text that are part of a report: on which day and before whom it was given. */
function subtitles(before: readonly string[], kept: readonly Block[]): string[] {
  const opening = kept.slice(0, 4).map((b) => b.text);
  return before
    .slice(-NEAR_SUBTITLE)
    .filter((line) => rules.meta.subtitles.test(line) && !opening.some((o) => sameText(o, line)));
}
