import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Words = z.array(z.string().min(1)).min(1);
const Texts = z.array(z.string()).min(1);

/** A shape of words, as a regular expression in which `{name}` stands for one of the words of a list, or for another shape. */
const Pattern = z.strictObject({
  pattern: z.string().min(1),
  flags: z.string().default(''),
  note: z.string().optional(),
  /** texts that hold the shape, and texts that do not: the tests of the shape */
  matches: Texts,
  not: Texts.optional(),
});

/** The words that one file of code looks for: lists, and shapes made of them. */
export const PatternFile = z.strictObject({
  words: z.record(z.string(), Words).default({}),
  patterns: z.record(z.string(), Pattern),
});
export type PatternFile = z.infer<typeof PatternFile>;

const FOLDER = new URL('../../data/patterns/', import.meta.url);
/** {zones}; a quantifier ({2,8}) and a property (\p{Script=Han}) are none. */
const REFERENCE = /(?<!\\p)\{([a-z][A-Za-z]*)\}/g;
/** Shapes made of shapes made of shapes: no file needs more. */
const DEEPEST = 4;

/**
 * The shapes in `data/patterns/<file>.json`, by name.
 *
 * @throws Error where the file does not fit its schema, or lacks a name that is asked for
 */
export function patternsOf(file: string): (name: string) => RegExp {
  const { words, patterns } = readPatterns(file);
  const sourceOf = (name: string, depth: number): string => {
    const list = depth > 0 ? words[name] : undefined;
    if (list !== undefined) return `(?:${list.join('|')})`;
    const found = patterns[name]?.pattern;
    if (found === undefined || depth > DEEPEST)
      throw new Error(`data/patterns/${file}.json has no pattern named ${name}`);
    const source = found.replace(REFERENCE, (_, inner: string) => sourceOf(inner, depth + 1));
    return depth === 0 ? source : `(?:${source})`;
  };
  return (name) => new RegExp(sourceOf(name, 0), patterns[name]?.flags);
}

/** A file of shapes, checked. */
export const readPatterns = (file: string): PatternFile =>
  PatternFile.parse(JSON.parse(readFileSync(new URL(`${file}.json`, FOLDER), 'utf8')));
