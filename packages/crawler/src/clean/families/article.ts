import type { Article, Family } from '@zhibiao/shared';
import { clutterFilter } from '../body/clutter.ts';
import { locateBody } from '../body/locate.ts';
import { type Block, joinBlocks, renderBlocks } from '../dom/blocks.ts';
import type { Page } from '../dom/page.ts';
import { trimFurniture } from '../furniture/trim.ts';
import { authorOf, originOf, siteOf } from '../meta/byline.ts';
import { publishedAt } from '../meta/published.ts';
import { surroundings } from '../meta/surroundings.ts';
import { findTitle } from '../meta/title.ts';
import { rules } from '../rules/load.ts';
import type { FamilyRules } from '../rules/schema.ts';

/** What every family returns of an article; the caller adds file, url and charset. */
export type ArticleParts = Pick<Article, 'title' | 'author' | 'publishedAt' | 'site' | 'text' | 'family'> &
  Partial<Pick<Article, 'attachments' | 'origin'>> & { flags: string[] };

/** A page with one text, described by a family's rules. */
export function extractArticle(page: Page, family: FamilyRules): ArticleParts {
  const located = locateBody(page, family.body, rules.cues);
  const total = located.elements.reduce((n, e) => n + located.features.get(e)!.weight, 0);
  const skip = clutterFilter(located.features, rules.cues, family.drop, total);
  const raw: Block[] = located.elements.flatMap((e) => renderBlocks(e, skip));
  const title = findTitle(page, family.title, rules.meta);
  const kept = trimFurniture(raw, [title, page.headTitle], rules.furniture);
  const near = surroundings(page, located.elements);
  const lines = raw.map((b) => b.text);
  return {
    title,
    author: authorOf(page, family.author, near, lines),
    publishedAt: publishedAt(page, family.date, near, lines),
    origin: originOf(page, family.origin, near, lines),
    site: siteOf(page),
    text: joinBlocks(kept),
    family: family.family as Family,
    flags: [],
  };
}
