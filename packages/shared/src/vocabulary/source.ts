import { z } from 'zod';
import { PageFamily } from './article.ts';

/** What can be crawled: `file:`, `javascript:` and their like are no address of a page. */
export const WebAddress = z.url({
  protocol: /^https?$/,
  hostname: /./,
  error: 'is no http:// or https:// address',
});

/** How a source wants to be treated. Times in milliseconds. */
export const Politeness = z.object({
  delayMs: z.int().min(0).default(2_000).describe('pause between two requests to the host, milliseconds'),
  concurrency: z.int().min(1).max(16).default(1).describe('requests to the host at a time'),
  window: z
    .tuple([z.int().min(0).max(24), z.int().min(0).max(24)])
    .optional()
    .describe('hours of the day, Asia/Shanghai, in which the source may be crawled: [22, 6] is the night'),
});

/** A section of a site that is crawled on a schedule; one YAML file each in `seeds/`. */
export const Source = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .describe('lower-case letters, digits and hyphens; names the source everywhere'),
  name: z.string().describe('what people call it'),
  start: z.array(WebAddress).min(1).describe('addresses where a crawl begins'),
  family: PageFamily.optional().describe('kind of site; found out from each page where it is not given'),
  title: z.string().optional().describe('pattern (RE2): article links are followed when their title matches'),
  include: z
    .array(z.string())
    .default([])
    .describe('patterns (RE2): only addresses that match one are followed'),
  exclude: z
    .array(z.string())
    .default([])
    .describe('patterns (RE2): addresses that match one are not followed'),
  sitemaps: z
    .array(WebAddress)
    .default([])
    .describe(
      'sitemaps to read beside the start addresses; where none is given and `include` is, those that robots.txt names',
    ),
  render: z
    .enum(['http', 'browser', 'auto'])
    .default('auto')
    .describe('auto uses a browser for pages that are empty without scripts'),
  maxDepth: z.int().min(0).default(3).describe('links away from a start address'),
  maxPages: z.int().min(1).default(500).describe('pages of one run'),
  politeness: Politeness.prefault({}),
  limits: z
    .strictObject({
      timeoutMs: z.int().min(100).optional().describe('for a whole page, milliseconds'),
      maxBytes: z.int().min(1).optional().describe('of a body'),
    })
    .default({})
    .describe("tighter or wider than the crawler's own limits"),
  cron: z.string().optional().describe('five-field cron expression, time zone Asia/Shanghai'),
  enabled: z.boolean().default(true).describe('false: neither scheduled nor crawled by name'),
  paused: z
    .boolean()
    .default(false)
    .describe("the schedule rests until it is resumed; kept by the store, not by the source's file"),
  edited: z
    .object({ by: z.string(), at: z.int() })
    .optional()
    .describe("who changed it in the console last, and when; kept by the store, not by the source's file"),
  allowHosts: z
    .array(z.string())
    .default([])
    .describe('host:port that may be reached although private: for intranets and the demo site only'),
});
export type Source = z.infer<typeof Source>;
