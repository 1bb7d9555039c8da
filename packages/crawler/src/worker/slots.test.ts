import { describe, expect, it } from 'vitest';
import { type Entry, HostSlots, type SlotLimits } from './slots.ts';

const limits: SlotLimits = { slow: 8, slowFirst: 4, slowPerHost: 4, waiting: 2, fastMs: 1_000 };

function open() {
  const clock = { now: 1_000_000 };
  const slots = new HostSlots(limits, () => clock.now);
  const enter = (host: string) => slots.enter(host);
  const take = (host: string, ms: number) => {
    const entry = enter(host);
    clock.now += ms;
    if (entry.ok) entry.leave();
    return entry.ok;
  };
  const many = (host: string, n: number): Entry[] => Array.from({ length: n }, () => enter(host));
  return { clock, slots, enter, take, many };
}
const granted = (entries: readonly Entry[]) => entries.filter((entry) => entry.ok).length;

describe('the slots of a process', () => {
  it('are a fast host’s as many as it may have', () => {
    const { take, many } = open();
    take('fast', 20);
    expect(granted(many('fast', 16))).toBe(16);
  });

  it('are held by one host that never answers to a quarter, by a few such hosts to a half', () => {
    const { take, many } = open();
    take('fast', 20);
    expect(granted(many('dead', 16))).toBe(limits.slowPerHost);
    expect(granted([...many('a', 16), ...many('b', 16)])).toBe(limits.slow - limits.slowPerHost + 1);
    expect(granted(many('fast', 7))).toBe(7);
  });

  it('are left to the fast hosts to a quarter, however many never answer', () => {
    const { take, many, enter } = open();
    take('fast', 20);
    const dead = Array.from({ length: 40 }, (_, i) => enter(`dead-${i}`));
    expect(granted(dead)).toBe(limits.slow + limits.slowFirst);
    expect(granted(many('fast', 4))).toBe(4);
  });

  it('are open to a host that was taken for a slow one, beside others that are', () => {
    const { take, many } = open();
    take('host', 1_500);
    many('dead', 4);
    many('another', 4);
    for (let i = 0; i < 6; i++) expect(take('host', 20)).toBe(true);
    expect(granted(many('host', 8))).toBe(8);
  });

  it('are held by a host that takes long to a quarter, however long it has been known', () => {
    const { take, many } = open();
    for (let i = 0; i < 5; i++) take('slow', 5_000);
    expect(granted(many('slow', 16))).toBe(limits.slowPerHost);
  });

  it('are free for a host that is new as soon as it has answered fast', () => {
    const { many } = open();
    const first = many('new', 16);
    expect(granted(first)).toBe(limits.slowPerHost);
    for (const entry of first) if (entry.ok) entry.leave();
    expect(granted(many('new', 16))).toBe(16);
  });

  it('are taken from a fast host that stops answering', () => {
    const { take, many, clock, enter } = open();
    take('host', 20);
    expect(granted(many('host', 2))).toBe(2);
    clock.now += limits.fastMs;
    expect(granted(many('host', 10))).toBe(2);
    expect(enter('host').ok).toBe(false);
  });

  it('come back to a slow host when its requests have ended, and to a host that has become fast', () => {
    const { take, many } = open();
    take('host', 5_000);
    const held = many('host', 4);
    expect(granted(many('host', 1))).toBe(0);
    for (const entry of held) if (entry.ok) entry.leave();
    expect(granted(many('host', 4))).toBe(4);
    const another = open();
    another.take('host', 5_000);
    for (let i = 0; i < 10; i++) another.take('host', 20);
    expect(granted(another.many('host', 16))).toBe(16);
  });

  it('say nothing of a host’s speed where it was not asked', () => {
    const { take, many, enter } = open();
    take('slow', 5_000);
    for (let i = 0; i < 20; i++) {
      const entry = enter('slow');
      if (entry.ok) entry.leave(null);
    }
    expect(granted(many('slow', 16))).toBe(limits.slowPerHost);
  });

  it('are given once back however often it is said', () => {
    const { take, many, enter } = open();
    take('host', 5_000);
    const entry = enter('host');
    if (!entry.ok) throw new Error('refused');
    entry.leave();
    entry.leave();
    expect(granted(many('host', 16))).toBe(limits.slowPerHost);
  });

  it('are asked for again one after another, at the pace of the host', () => {
    const { take, many } = open();
    take('host', 4_000);
    const waits = many('host', 30).flatMap((entry) => (entry.ok ? [] : [entry.waitMs]));
    expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
    expect(many('host', 100).every((entry) => !entry.ok && entry.waitMs <= 60_000)).toBe(true);
  });

  it('are asked for again soon where nothing is known of the host yet', () => {
    const { many } = open();
    const waits = many('new', 1_000).flatMap((entry) => (entry.ok ? [] : [entry.waitMs]));
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
  });

  it('are slept in by few; the others are told so at once', async () => {
    const { slots } = open();
    const sleepers = [slots.wait(30), slots.wait(30)];
    expect(await slots.wait(600_000)).toBe(false);
    expect(await Promise.all(sleepers)).toEqual([true, true]);
    expect(await slots.wait(1)).toBe(true);
  });
});
