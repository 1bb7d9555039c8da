import { randomFrom } from '../bench/random.ts';
import { targets } from './targets.ts';

/** Runs the cases that the parent names, one after another, and tells it of each before it begins. */
const [seed = 1, first = 0, end = 0, threads = 0] = process.argv.slice(2).map(Number);
const all = await targets(threads === 1);
for (let n = first; n < end; n++) {
  const target = all[n % all.length]!;
  process.send?.({ begin: n, target: target.name });
  try {
    await target.run(randomFrom(seed * 1_000_003 + n));
  } catch (error) {
    process.send?.({
      fault: n,
      target: target.name,
      message: String((error as Error).stack ?? error).slice(0, 600),
    });
  }
}
process.send?.({ done: true });
process.disconnect?.();
process.exit(0);
