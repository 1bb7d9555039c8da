export { diffReprocess } from './diff.ts';
export { type FeedOptions, feed, planReprocess, ReprocessSelection, readSelection } from './plan.ts';
export { renderDiff } from './render.ts';
export {
  type ChangeKind,
  changeKinds,
  type DiffOptions,
  type DiffSample,
  type GoldScore,
  indicatorKey,
  kindsOf,
  type ReprocessDiff,
} from './report.ts';
