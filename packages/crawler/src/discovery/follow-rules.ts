import { z } from 'zod';
import { readDataFile } from './data-file.ts';

const Searched = z.string().transform((pattern) => new RegExp(pattern, 'iu'));

/** `data/follow.yaml` explains the fields. */
const FollowRules = z.strictObject({
  notAPage: Searched,
  noise: z.array(z.strictObject({ why: z.string(), pattern: Searched })),
});

const rules = readDataFile('follow.yaml', FollowRules);

/** @returns why a canonical address is never worth a request, whatever the source says; null when it may be */
export function noiseOf(url: string): string | null {
  const rest = url.slice(new URL(url).origin.length);
  if (rules.notAPage.test(rest)) return 'not a page';
  return rules.noise.find(({ pattern }) => pattern.test(rest))?.why ?? null;
}
