/** A stage to be killed: puts one blob after the other and says each key once it counts as stored. Arguments: location, seed. */
import { writeSync } from 'node:fs';
import { openArchive } from '../archive/index.ts';
import { blobContent } from './blob-content.ts';

const [location = '', seed = '1'] = process.argv.slice(2);
// Whoever started it has gone: nobody will kill it any more.
process.stdin.on('close', () => process.exit()).resume();
const archive = await openArchive(location);
for (let i = 0; ; i++) {
  const key = await archive.put(blobContent(Number(seed), i));
  await archive.setDerived('parse', '1', key, key);
  writeSync(1, `${key}\n`);
}
