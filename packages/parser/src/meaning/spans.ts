import type { Period } from '@zhibiao/shared';
import { planYears, type Span } from '../reports/index.ts';
import type { ReportClock, Stretch } from '../reports/time/stretch.ts';

/** The years of a span, counted from the report's own; null where the text cannot tell. */
function yearsOf(span: Span, { reviewed, present }: ReportClock): Period | null {
  if ('plan' in span) {
    const plan = planYears(span.plan);
    if (plan === null || span.of === 'whole') return plan;
    if (span.of === 'end') return { start: plan.end, end: plan.end };
    return { start: plan.start, end: reviewed === null ? plan.end : Math.min(plan.end, reviewed) };
  }
  if (reviewed === null) return null;
  if ('since' in span) return span.since <= reviewed ? { start: span.since, end: reviewed } : null;
  if (!span.ahead) return { start: reviewed - span.years + 1, end: reviewed };
  const first = present !== null && present > reviewed ? present : reviewed + 1;
  return { start: first, end: first + span.years - 1 };
}

/**
 * What is spoken of where a sentence names several years inside a part of the report: its own part, dated by them. Of a
 * plan only what lies ahead is promised: 经过五年努力 there counts from now, which no year tells.
 */
export function spannedBy(span: Span, stretch: Stretch | null, clock: ReportClock): Stretch | null {
  if (stretch === null) return null;
  const period = yearsOf(span, clock);
  const ahead = period !== null && clock.reviewed !== null && period.end > clock.reviewed;
  if (period === null || (stretch.kind === 'target' && !ahead && !('plan' in span))) return stretch;
  const kind =
    ahead && (stretch.kind === 'target' || period.start > (clock.reviewed ?? 0)) ? 'target' : 'actual';
  return { ...stretch, kind, period, term: period.start < period.end };
}
