import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} name @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} the full path of a program on PATH, /usr/sbin and /usr/local/bin included
 */
export function whichProgram(name, env = process.env) {
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/usr/sbin',
    '/opt/homebrew/bin',
  ];
  for (const folder of folders) {
    if (!folder) continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here: the next folder
    }
  }
  return null;
}
