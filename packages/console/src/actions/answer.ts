import type { Retried } from '@zhibiao/runtime/runs/retry';
import { present, UsageError } from '@zhibiao/shared';
import type { ConsoleContext } from '../route.ts';

/** Whether a person asked, in a browser. */
export const forPeople = (c: ConsoleContext) => (c.req.header('accept') ?? '').includes('text/html');

/** After a change: browsers go back to the page, programs get the outcome. */
export const answer = (c: ConsoleContext, location: string, outcome: object): Response =>
  forPeople(c) ? c.redirect(location, 303) : c.json(outcome);

/** After a retry. @throws UsageError that tells people what was refused and why */
export function answerRetry(c: ConsoleContext, outcome: Retried): Response {
  if (forPeople(c) && outcome.refused.length > 0) {
    const reasons = [...new Set(outcome.refused.map(({ why }) => why))].slice(0, 5).join(' ');
    throw new UsageError(
      `${outcome.retried} retried, ${outcome.refused.length} refused. ${reasons}`,
      present(outcome.refused[0], 'the first of refused').id,
    );
  }
  return answer(c, '/quarantine', outcome);
}
