import type { RoleSpan } from './roles.ts';
import type { ReportClock, Stretch } from './stretch.ts';

/**
 * What the parts of a report speak of, from the roles that its framing gave them. A part of no role (greetings, notes)
 * counts as reviewing the year that its neighbours review: what it states has happened.
 */
export function stretchesOf(roles: readonly RoleSpan[], clock: ReportClock): Stretch[] {
  return roles.map(({ start, end, role, period }) => {
    const target = role.startsWith('plan');
    const term = role.endsWith('term');
    const { reviewed } = clock;
    const fallback = reviewed === null || role !== 'other' ? null : { start: reviewed, end: reviewed };
    return {
      start,
      end,
      kind: target ? 'target' : 'actual',
      period: period ?? fallback,
      clock,
      notes: role === 'notes',
      term: term && period !== null && period.start < period.end,
      certain: role !== 'other' && period !== null,
    };
  });
}
