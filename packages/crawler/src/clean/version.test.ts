import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanerVersion, makesArticles, versionOf } from './version.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll(sep, '/'))
  .filter((path) => path.endsWith('.ts'));

let copy: string;
const version = () => versionOf(join(copy, 'src/'), copy);
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'zhibiao-cleaner-'));
  for (const part of ['src', 'data', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** @returns whether another line in the file makes another version */
function counts(file: string): boolean {
  const path = join(copy, file);
  const text = readFileSync(path);
  const before = version();
  appendFileSync(path, '\n// another line\n');
  const after = version();
  writeFileSync(path, text);
  expect(version()).toBe(before);
  return after !== before;
}

describe("the cleaner's version", () => {
  it('is that of its own code', () => {
    expect(version()).toBe(cleanerVersion());
    expect(cleanerVersion()).toMatch(/^(?:[\da-f]{12}-){2}[\da-f]{12}$/);
  });

  it('changes with each module that makes articles of snapshots, and with each file of rules', () => {
    const families = modules.filter(
      (path) => /^clean\/families\/[^/]+\.ts$/.test(path) && makesArticles(path),
    );
    expect(families.length).toBeGreaterThan(3);
    const others = [
      'clean/clean-page',
      'clean/join-parts',
      'worker/clean-again',
      'worker/joined',
      'worker/empty-article',
    ];
    const some = [
      ...families,
      ...others.map((name) => `${name}.ts`),
      'discovery/canonical.ts',
      'attachments/index.ts',
    ];
    expect(some.filter((path) => !counts(`src/${path}`))).toEqual([]);
    const rules = readdirSync(join(root, 'data', 'clean'), { recursive: true, encoding: 'utf8' });
    const files = rules.filter((path) => path.endsWith('.yaml')).map((path) => `data/clean/${path}`);
    expect(files.length).toBeGreaterThan(0);
    expect([...files, 'data/canonical-urls.yaml'].filter((path) => !counts(path))).toEqual([]);
  });

  it('changes with the version of a library', () => {
    const before = version();
    const file = join(copy, 'package.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/("cheerio": ")[^"]+/, '$10.0.0'));
    expect(version()).not.toBe(before);
    writeFileSync(file, text);
  });

  it('does not change with tests, nor with how pages are found and fetched', () => {
    const other = [
      'clean/version.test.ts',
      'discovery/follow.ts',
      'fetch/fetcher.ts',
      'politeness/host-gate.ts',
    ];
    expect(other.filter((path) => counts(`src/${path}`))).toEqual([]);
  });

  // Whoever lets the cleaner depend on another module decides here whether what it does is part of an article.
  it('counts every module that the cleaner is made of', () => {
    // They fetch, read files of rules, name errors and types, or pass others on.
    const passedOn = [
      'fetch/errors.ts',
      'fetch/types.ts',
      'discovery/index.ts',
      'fetch/index.ts',
      'worker/fetch-page.ts',
      'discovery/data-file.ts',
    ];
    const others = modules
      .filter(makesArticles)
      .flatMap((path) => importsOf(path))
      .filter((path) => !makesArticles(path) && !passedOn.includes(path));
    expect([...new Set(others)]).toEqual([]);
  });
});

/** The modules of this package that one imports for more than their types, relative to `src`. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, 'src', path), 'utf8');
  const found = text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm);
  return [...found].map(([, to]) => normalize(join(dirname(path), to ?? '')).replaceAll(sep, '/'));
}
