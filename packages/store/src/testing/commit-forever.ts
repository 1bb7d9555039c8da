/** A store worker to be killed: commits the same rounds of pages again and again until somebody ends it. Arguments: location, seed. */
import { openStore } from '../store.ts';
import { randomFrom } from './interleave.ts';
import { sampleRound } from './rounds.ts';

const [location = '', seed = '1'] = process.argv.slice(2);
// Whoever started it has gone: nobody will kill it any more.
process.stdin.on('close', () => process.exit()).resume();
const store = await openStore(location);
const random = randomFrom(Number(seed));
process.stdout.write('ready\n');
for (;;) {
  const commits = sampleRound();
  // Several at once, as a queue's worker has them.
  const some = Array.from({ length: 4 }, () => commits[Math.floor(random() * commits.length)]!);
  await Promise.all(some.map((commit) => store.commit(commit)));
}
