import type { Random } from '../random.ts';

export const kinds = [
  'worker killed',
  'keeper killed',
  'primary killed',
  'Redis killed',
  'without Redis',
  'without the store',
  'Redis frozen',
  'store frozen',
  'disk full',
] as const;
export type Kind = (typeof kinds)[number];

export type Plan = Readonly<Record<Kind, { readonly times: number; readonly ms: number }>>;

export interface Event {
  readonly kind: Kind;
  readonly ms: number;
}

/** All disturbances in an order that the seed decides. */
export function shuffled(plan: Plan, random: Random): Event[] {
  const events = kinds.flatMap((kind) =>
    Array.from({ length: plan[kind].times }, () => ({ kind, ms: plan[kind].ms })),
  );
  for (let i = events.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [events[i], events[j]] = [events[j]!, events[i]!];
  }
  return events;
}
