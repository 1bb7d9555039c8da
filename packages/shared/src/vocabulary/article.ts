import { z } from 'zod';
import { Span } from './span.ts';

/** Kinds of site that the cleaner knows; `text` is a plain text. */
export const PageFamily = z.enum(['discuz', 'cms', 'gov', 'epaper', 'generic', 'text']);
export type PageFamily = z.infer<typeof PageFamily>;

/** What an article was read from: a page of a family, or a file. */
export const Family = z.enum([...PageFamily.options, 'pdf', 'docx', 'doc', 'xlsx', 'ofd', 'image']);
export type Family = z.infer<typeof Family>;

/** The clean text of one snapshot (or of several that continue one text) and how it was got. */
export const Article = z.object({
  file: z.string().optional(),
  url: z.string().optional(),
  title: z.string(),
  author: z.string(),
  publishedAt: z
    .string()
    .nullable()
    .describe('ISO 8601 with +08:00, or a bare date where the page gives no time'),
  site: z.string(),
  text: z.string(),
  family: Family.describe('what it was read from: a kind of site or of file'),
  charset: z
    .object({ label: z.string(), reason: z.string() })
    .describe('the encoding, and which rule chose it'),
  parts: z
    .array(
      z.object({
        url: z.string(),
        ordinal: z.int().min(1),
        span: Span.optional().describe("the part's place in the text"),
        page: z.int().min(1).optional().describe('page of the attachment, from 1'),
        attachment: z.string().optional().describe('address of the attachment that the part was read from'),
      }),
    )
    .describe('where the text comes from: pages, floors or attachments, in the order of the text'),
  attachments: z
    .array(
      z.object({
        url: z.string(),
        title: z.string(),
        kind: z.string().optional(),
        size: z.int().optional().describe('bytes, once it is archived'),
        body: z.string().optional().describe('key of its bytes in the archive'),
      }),
    )
    .optional()
    .describe('files that the page links as part of its text'),
  origin: z.string().nullable().optional().describe('the publisher that the page names (来源)'),
  flags: z.array(z.string()),
});
export type Article = z.infer<typeof Article>;
