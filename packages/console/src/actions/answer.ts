import type { ConsoleContext } from '../route.ts';

/** After a change: browsers go back to the page, programs get the outcome. */
export const answer = (c: ConsoleContext, location: string, outcome: Record<string, unknown>): Response =>
  (c.req.header('accept') ?? '').includes('text/html') ? c.redirect(location, 303) : c.json(outcome);
