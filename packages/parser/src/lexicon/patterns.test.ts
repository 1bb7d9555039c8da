import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { patternsOf, readPatterns } from './patterns.ts';

const folder = fileURLToPath(new URL('../../data/patterns/', import.meta.url));
const sources = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.slice(0, -'.json'.length));
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(sources, path), 'utf8'))
  .join('\n');

describe.each(files)('data/patterns/%s.json', (file) => {
  const patternOf = patternsOf(file);
  const { words, patterns } = readPatterns(file);

  it.each(Object.entries(patterns))('%s holds in its examples, and not in the others', (name, shape) => {
    const holds = (text: string) => new RegExp(patternOf(name)).test(text);
    expect(shape.matches.filter((text) => !holds(text))).toEqual([]);
    expect((shape.not ?? []).filter(holds)).toEqual([]);
  });

  it('is read by code, and holds nothing that is not used', () => {
    expect(code).toContain(`patternsOf('${file}')`);
    const shapes = JSON.stringify(Object.values(patterns).map(({ pattern }) => pattern));
    const unused = [...Object.keys(words), ...Object.keys(patterns)].filter(
      (name) => !shapes.includes(`{${name}}`) && !new RegExp(`\\(\\s*'${name}',?\\s*\\)`).test(code),
    );
    expect(unused).toEqual([]);
  });

  it('repeats no word within a list', () => {
    for (const list of Object.values(words)) expect(new Set(list).size).toBe(list.length);
  });
});

it('a name that a file lacks is an error', () => {
  expect(() => patternsOf('subject/owner')('nothing')).toThrow('no pattern named nothing');
});
