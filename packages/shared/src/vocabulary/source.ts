import { z } from 'zod';
import { PageFamily } from './article.ts';

/** How a source wants to be treated. Times in milliseconds. */
export const Politeness = z.object({
  delayMs: z.int().min(0).default(2_000),
  concurrency: z.int().min(1).max(16).default(1),
  /** hours of the day, Asia/Shanghai, in which the source may be crawled: [22, 6] is the night */
  window: z.tuple([z.int().min(0).max(24), z.int().min(0).max(24)]).optional(),
});

/** A section of a site that is crawled on a schedule; one YAML file each in `seeds/`. */
export const Source = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  name: z.string(),
  start: z.array(z.url()).min(1),
  family: PageFamily.optional(),
  /** regular expressions without flags; an article link is followed when its title and its URL match */
  title: z.string().optional(),
  include: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  sitemaps: z.array(z.url()).default([]),
  render: z.enum(['http', 'browser', 'auto']).default('auto'),
  maxDepth: z.int().min(0).default(3),
  maxPages: z.int().min(1).default(500),
  politeness: Politeness.prefault({}),
  /** tighter (or wider) than the crawler's own limits: milliseconds for a whole page, bytes of its body */
  limits: z
    .strictObject({ timeoutMs: z.int().min(100).optional(), maxBytes: z.int().min(1).optional() })
    .default({}),
  /** five-field cron expression, time zone Asia/Shanghai */
  cron: z.string().optional(),
  enabled: z.boolean().default(true),
  /** the schedule rests until it is resumed; kept by the store, not by the source's file */
  paused: z.boolean().default(false),
  /** addresses that may be reached although they are private: for the demo site and intranets only */
  allowHosts: z.array(z.string()).default([]),
});
export type Source = z.infer<typeof Source>;
