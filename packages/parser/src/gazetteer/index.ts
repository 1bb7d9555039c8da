import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { readTables } from './tables.ts';

export { buildGazetteer, type Gazetteer } from './gazetteer.ts';
export type { Mention } from './mentions.ts';
export { isDistrict, levelOf, shortNameOf } from './names.ts';
export type { Place } from './places.ts';
export { readTables, type Tables } from './tables.ts';

let opened: Gazetteer | null = null;

/** The gazetteer of the project's own tables: read once per process, on first use, and frozen. */
export function openGazetteer(): Gazetteer {
  opened ??= buildGazetteer(readTables());
  return opened;
}
