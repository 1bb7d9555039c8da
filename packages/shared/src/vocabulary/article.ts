import { z } from 'zod';

export const Family = z.enum(['discuz', 'cms', 'gov', 'epaper', 'generic', 'text']);
export type Family = z.infer<typeof Family>;

/** The clean text of one snapshot (or of several that continue one text) and how it was got. */
export const Article = z.object({
  file: z.string().optional(),
  url: z.string().optional(),
  title: z.string(),
  author: z.string(),
  /** ISO 8601 with +08:00, or a bare date where the page gives no time; null where it gives none */
  publishedAt: z.string().nullable(),
  site: z.string(),
  text: z.string(),
  family: Family,
  charset: z.object({ label: z.string(), reason: z.string() }),
  parts: z.array(z.object({ url: z.string(), ordinal: z.int().min(1) })),
  /** files a portal lists below the article */
  attachments: z.array(z.object({ url: z.string(), title: z.string() })).optional(),
  /** the publisher that the page names (来源), where it does */
  origin: z.string().nullable().optional(),
  flags: z.array(z.string()),
});
export type Article = z.infer<typeof Article>;
