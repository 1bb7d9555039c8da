import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns the full path of a program on PATH, /usr/sbin and /usr/local/bin included; null where it is not installed */
export function whichProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | null {
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
