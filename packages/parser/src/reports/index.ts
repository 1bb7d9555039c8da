export { type Calendar, type Role, reportData, type SectionCues } from './data.ts';
export type { Evidence, EvidenceSource } from './evidence.ts';
export {
  type ArticleText,
  type FramedReport,
  frameReports,
  type ReportFrame,
  type RoleSpan,
  readFrames,
  rolesOf,
} from './frame.ts';
export { type TimeExpression, timesIn } from './time/expressions.ts';
export type { YearPart } from './time/parts.ts';
