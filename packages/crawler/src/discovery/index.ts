export { canonicalUrl, pageUrl, parseHttpUrl } from './canonical.ts';
export {
  type Decision,
  type Followed,
  type FollowPlan,
  follow,
  type LeftOut,
  type ListPage,
  type Progress,
  planFollowing,
  type Reason,
} from './follow.ts';
export { patternFault } from './patterns.ts';
export { simhash } from './simhash.ts';
export { parseSitemap, type Sitemap, type SitemapEntry, sitemapLimits, sitemapLinks } from './sitemap.ts';
export { type Trap, trapOf } from './traps.ts';
