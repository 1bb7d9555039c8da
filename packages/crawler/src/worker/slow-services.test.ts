import { expect, it } from 'vitest';
import { HostSlots, slotLimits } from './slots.ts';
import { useSite } from './testing/one-site.ts';
import { articlePage } from './testing/site.ts';

const given = useSite();

it('an archive and a Redis that stall say nothing of the host, and hold no turn at it', async () => {
  const { deps } = given.system;
  let now = 0;
  const slots = new HostSlots(slotLimits, () => now);
  const turns: boolean[] = [];
  const put = deps.archive.put.bind(deps.archive);
  deps.archive.put = async (body) => {
    now += 20_000;
    const turn = await deps.gate.reserve(given.site.host, { delayMs: 0, concurrency: 1 });
    if (turn.ok) await turn.release();
    turns.push(turn.ok);
    return put(body);
  };
  const { gate } = deps;
  const slow: typeof gate = {
    ...gate,
    reserve: (...args) => {
      now += 30_000;
      return gate.reserve(...args);
    },
  };
  Object.assign(deps, { slots, gate: slow });
  given.pages['/a.html'] = articlePage();
  expect((await given.crawl('/a.html')).parsed).toHaveLength(1);
  expect(turns.length).toBeGreaterThan(0);
  expect(turns).not.toContain(false);
  // A host that is taken for slow has four slots at most.
  const entries = Array.from({ length: slotLimits.slowPerHost + 1 }, () => slots.enter(given.site.host).ok);
  expect(entries).not.toContain(false);
});
