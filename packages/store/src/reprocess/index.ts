export { diffReprocess } from './diff.ts';
export { type FeedOptions, feed, planReprocess, ReprocessSelection, readSelection } from './plan.ts';
export { renderDiff } from './render.ts';
export type { DiffOptions, DiffSample, GoldScore, ReprocessDiff } from './report.ts';
