export type { ArticleText } from './article-text.ts';
export { reportData } from './data.ts';
export type { Calendar, Role, SectionCues } from './data-schema.ts';
export {
  type FramedReport,
  frameReports,
  type ReportFrame,
  readFrames,
  rolesOf,
} from './frame.ts';
export type { Evidence, EvidenceSource } from './identity/evidence.ts';
export { type Span, type TimeExpression, timesIn } from './time/expressions.ts';
export { planYears } from './time/plans.ts';
export type { RoleSpan } from './time/roles.ts';
export type { ReportClock, Stretch } from './time/stretch.ts';
export { stretchesOf } from './time/stretches.ts';
