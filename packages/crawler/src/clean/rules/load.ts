import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import {
  BodyCues,
  CutRules,
  FamilyRules,
  Furniture,
  MetaRules,
  RefusalRules,
  TextRules,
  ThreadRules,
} from './schema.ts';

/** All site rules: read and checked once, when the module is loaded. @throws ZodError that names the fault */
export const rules = Object.freeze({
  cues: read('cues', BodyCues),
  furniture: read('furniture', Furniture),
  cuts: read('cuts', CutRules),
  meta: read('meta', MetaRules),
  discuz: read('discuz', FamilyRules),
  thread: read('discuz-thread', ThreadRules),
  refusals: read('refusals', RefusalRules),
  text: read('text', TextRules),
  cms: read('cms', FamilyRules),
  gov: read('gov', FamilyRules),
  epaper: read('epaper', FamilyRules),
  generic: read('generic', FamilyRules),
});

function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(parse(source(name)));
}

function source(name: string): string {
  return readFileSync(new URL(`../../../data/clean/${name}.yaml`, import.meta.url), 'utf8');
}
