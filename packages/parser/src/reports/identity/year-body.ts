import { writtenYear, YEAR } from '../../text/ordinals.ts';
import type { ReportData } from '../data.ts';
import { yearsIn } from '../layout/headings.ts';
import type { Range } from '../layout/range.ts';
import type { Node } from '../layout/sections.ts';
import { type RoleStretch, roleOfHeading, UNDATED } from '../time/roles.ts';
import { roleAt, type YearClue } from './year.ts';

/** 一、2022年工作回顾 speaks for 2023, 三、2023年主要任务 for 2023. */
export function headingClues(nodes: readonly Node[], data: Pick<ReportData, 'words'>): YearClue[] {
  const clues: YearClue[] = [];
  for (const node of nodes) {
    const years = yearsIn(node.title).filter((year) => year < 2035);
    const role = years.length === 1 ? roleOfHeading(node.title, data, UNDATED) : null;
    const year = years[0];
    if (year === undefined || role === null || role === 'notes') continue;
    clues.push({
      year: role.startsWith('review') ? year + 1 : year,
      source: 'section',
      weight: node.level === 1 ? 30 : 8,
      start: node.start,
      end: node.end,
    });
  }
  return clues;
}

const REVIEWED = new RegExp(`(?:刚刚)?过去的(${YEAR})年`, 'g');
const PLANNED = new RegExp(
  `(${YEAR})年(?:全[省市县区州旗盟])?(?:的)?(?:政府工作(?:的)?总体(?:要求|思路)|经济社会发展(?:的)?(?:主要)?(?:预期)?目标|国民经济和社会发展(?:的)?(?:主要)?(?:预期)?目标)`,
  'g',
);
const OPENED = new RegExp(`(?:^|[\\n。!])[^\\n。!,]{0,6}?(${YEAR})年[,，]?(?:是|全[省市县区])`, 'g');

/** Sentences that tell which year they review or plan. */
export function sentenceClues(text: string, range: Range, roles: readonly RoleStretch[]): YearClue[] {
  const clues: YearClue[] = [];
  const body = text.slice(range.start, range.end);
  const add = (match: RegExpExecArray, year: number | null, weight: number): void => {
    const start = range.start + match.index;
    if (year !== null) clues.push({ year, source: 'sentence', weight, start, end: start + match[0].length });
  };
  for (const match of body.matchAll(REVIEWED)) add(match, next(writtenYear(match[1] ?? '')), 8);
  for (const match of body.matchAll(PLANNED)) add(match, writtenYear(match[1] ?? ''), 15);
  for (const match of body.matchAll(OPENED)) {
    const year = writtenYear(match[1] ?? '');
    const role = roleAt(roles, range.start + match.index);
    if (role === 'review-year') add(match, next(year), 5);
    else if (role === 'plan-year') add(match, year, 5);
  }
  return clues;
}

const next = (year: number | null): number | null => (year === null ? null : year + 1);

const NAMED_YEAR = new RegExp(`(.?)(${YEAR})年`, 'g');

/**
 * The last resort for a fragment: the latest year that it names as past or present. A review speaks of the year before
 * its delivery, a plan of the year of its delivery.
 */
export function latestNamedYear(text: string, range: Range, roles: readonly RoleStretch[]): YearClue | null {
  let best: YearClue | null = null;
  const body = text.slice(range.bodyStart, range.end);
  const hasPlan = roles.some((stretch) => stretch.role.startsWith('plan'));
  for (const match of body.matchAll(NAMED_YEAR)) {
    const year = writtenYear(match[2] ?? '');
    if (year === null || year >= 2030 || '到至前'.includes(match[1] || ' ')) continue;
    const start = range.bodyStart + match.index;
    if (roleAt(roles, start) === 'plan-term') continue;
    const delivered = hasPlan && roleAt(roles, start).startsWith('plan') ? year : year + 1;
    if (best === null || delivered > best.year)
      best = { year: delivered, source: 'body', weight: 3, start, end: start + match[0].length };
  }
  return best;
}
