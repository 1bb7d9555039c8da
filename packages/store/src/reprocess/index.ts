export {
  type DiffOptions,
  type DiffSample,
  diffReprocess,
  type GoldScore,
  type ReprocessDiff,
} from './diff.ts';
export { type FeedOptions, feed, planReprocess, ReprocessSelection } from './plan.ts';
export { renderDiff } from './render.ts';
