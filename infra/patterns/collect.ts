import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from '@swc/core';
import { root } from '../setup.mjs';

export interface FoundPattern {
  readonly source: string;
  readonly flags: string;
  /** the file that holds it, or that builds it of data */
  readonly file: string;
}

/** Regular expressions written as literals in a package, tests left out. */
export function literalsOf(name: string): FoundPattern[] {
  const found: FoundPattern[] = [];
  const folder = join(root, 'packages', name, 'src');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.tsx?$/.test(path) || /\.test\.|\/testing\//.test(path)) continue;
    const file = relative(root, path);
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('type' in node && node.type === 'RegExpLiteral') {
        const { pattern, flags } = node as unknown as { pattern: string; flags: string };
        found.push({ source: pattern, flags, file });
      }
      for (const value of Object.values(node)) visit(value);
    };
    visit(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', tsx: path.endsWith('x') }));
  }
  return found;
}

/** Regular expressions that the packages build, of data files and of parts, while `work` runs. */
export async function builtDuring(work: () => Promise<void>): Promise<FoundPattern[]> {
  const found: FoundPattern[] = [];
  const own = globalThis.RegExp;
  const note = (made: RegExp) => {
    const [maker = ''] = (new Error().stack ?? '')
      .split('\n')
      .filter((line) => /packages\/\w+\/src\//.test(line));
    const file = /packages\/\w+\/src\/[^:?)]+/.exec(maker)?.[0];
    if (file) found.push({ source: made.source, flags: made.flags, file });
    return made;
  };
  globalThis.RegExp = new Proxy(own, {
    construct: (target, args, caller) => note(Reflect.construct(target, args, caller)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = own;
  }
  return found;
}

/** Each pattern once. */
export const distinct = (patterns: readonly FoundPattern[]): FoundPattern[] => [
  ...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values(),
];
