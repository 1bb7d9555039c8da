import { reportData } from '../data.ts';

/** The years of a five-year plan by its short name (十三五); null where the calendar has none. */
export function planYears(name: string): { readonly start: number; readonly end: number } | null {
  const plan = reportData().calendar.plans.find((one) => one.name === name);
  return plan ? { start: plan.start, end: plan.end } : null;
}
