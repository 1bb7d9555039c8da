import { unzipSync, zipSync } from 'fflate';
import { pick, type Random } from '../bench/random.ts';
import { mutate } from './mutate.ts';

/** Changes a file's bytes; or, in an archive, what one member holds, since checksums guard the archive itself. */
export function mutateFile(corpus: readonly Buffer[], random: Random): Buffer {
  const file = pick(random, corpus);
  const isZip = file.subarray(0, 2).toString() === 'PK';
  if (!isZip || random() < 0.3) return mutate([file], random);
  const members = unzipSync(file);
  const name = pick(random, Object.keys(members));
  const others = Object.values(members).map((body) => Buffer.from(body));
  members[name] = mutate([Buffer.from(members[name]!), ...others.slice(0, 1)], random);
  return Buffer.from(zipSync(members, { level: 1 }));
}
