import { z } from 'zod';
import { readDataFile, WholeMatch } from './data-file.ts';

const Template = z.record(z.string(), z.string());

/** One row of `rewrites` in `data/canonical-urls.yaml`; the file explains the fields. */
const Rewrite = z.strictObject({
  name: z.string(),
  path: z.string().transform((pattern) => new RegExp(`(?:${pattern})$`, 'u')),
  /** matches the whole raw query, for addresses like `archiver/?tid-1.html` */
  queryString: WholeMatch.optional(),
  /** parameter name in lower case -> what its value has to be; an absent parameter counts as `` */
  when: z.record(z.string(), WholeMatch).default({}),
  to: z.strictObject({ path: z.string(), query: Template }),
  keep: z.array(z.string()).min(1),
  defaults: Template.default({}),
});
export type Rewrite = z.infer<typeof Rewrite>;

export const CanonicalRules = z.strictObject({
  dropParameters: z.array(z.strictObject({ name: WholeMatch, value: WholeMatch.optional() })),
  dropFromPath: z.array(z.string().transform((pattern) => new RegExp(pattern, 'giu'))),
  indexPages: z.string().transform((pattern) => new RegExp(`/(?:${pattern})$`, 'iu')),
  rewrites: z.array(Rewrite),
});
export type CanonicalRules = z.infer<typeof CanonicalRules>;

export const canonicalRules: CanonicalRules = readDataFile('canonical-urls.yaml', CanonicalRules);
