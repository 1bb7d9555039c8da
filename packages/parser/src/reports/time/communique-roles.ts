import type { ReportData } from '../data.ts';
import type { Node } from '../layout/sections.ts';
import { tailStart } from '../layout/tail.ts';
import type { Clock, RoleStretch } from './roles.ts';

/** A communiqué's explanations below its text: 注:, 注释:, 附注. */
const NOTES = /\n[[【(]?(?:注释?|附注|备注)[)】\]]?(?::|\n)/g;
/** They stand in the last part of it; a 注: before is one of a table. */
const NOTES_FROM = 0.6;

/** The roles of a communiqué: all of it states what the year under review brought, but its notes and its page's furniture. */
export function communiqueRoles(
  text: string,
  range: { start: number; bodyStart: number; end: number },
  nodes: readonly Node[],
  _data: Pick<ReportData, 'words'>,
  _clock: Clock,
): RoleStretch[] {
  const least = range.start + (range.end - range.start) * NOTES_FROM;
  NOTES.lastIndex = Math.floor(least);
  const noted = NOTES.exec(text)?.index ?? range.end;
  const furniture = tailStart(text, Math.max(range.start, nodes[0]?.start ?? 0), range.end);
  const end = Math.min(noted < range.end ? noted + 1 : range.end, furniture);
  const body: RoleStretch = { start: range.start, end, role: 'review-year', lead: '' };
  return end < range.end ? [body, { start: end, end: range.end, role: 'notes', lead: '' }] : [body];
}
