import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rememberingResolver } from './resolver.ts';

test('a name is asked for once at a time, and again after a while', async () => {
  const asked: string[] = [];
  const resolver = rememberingResolver(async (hostname) => {
    const nth = asked.push(hostname);
    await sleep(10);
    return [{ address: `203.0.114.${nth}`, family: 4 }];
  }, 100);
  const [a, b, other] = await Promise.all(
    ['a.example', 'a.example', 'b.example'].map((name) => resolver(name)),
  );
  expect(a).toEqual(b);
  expect(other).not.toEqual(a);
  expect(asked).toEqual(['a.example', 'b.example']);
  await sleep(120);
  expect(await resolver('a.example')).not.toEqual(a);
});

test('so is a name that is not known', async () => {
  let asked = 0;
  const resolver = rememberingResolver(async () => {
    asked++;
    throw new Error('ENOTFOUND');
  }, 10_000);
  for (let i = 0; i < 3; i++) await expect(resolver('gone.example')).rejects.toThrow('ENOTFOUND');
  expect(asked).toBe(1);
});
