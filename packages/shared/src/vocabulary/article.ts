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
  /** ISO 8601 with +08:00, or a bare date where the page gives no time; null where it gives none */
  publishedAt: z.string().nullable(),
  site: z.string(),
  text: z.string(),
  family: Family,
  charset: z.object({ label: z.string(), reason: z.string() }),
  /** where the text comes from: pages, floors or attachments, in the order of the text */
  parts: z.array(
    z.object({
      url: z.string(),
      ordinal: z.int().min(1),
      /** the part's place in `text` */
      span: Span.optional(),
      /** page number in the file, from 1, where the part is a page of an attachment */
      page: z.int().min(1).optional(),
      /** address of the attachment that the part was read from */
      attachment: z.string().optional(),
    }),
  ),
  /** files that a page links as part of its text; `size` in bytes, `body` a blob key, both known once it is archived */
  attachments: z
    .array(
      z.object({
        url: z.string(),
        title: z.string(),
        kind: z.string().optional(),
        size: z.int().optional(),
        body: z.string().optional(),
      }),
    )
    .optional(),
  /** the publisher that the page names (来源), where it does */
  origin: z.string().nullable().optional(),
  flags: z.array(z.string()),
});
export type Article = z.infer<typeof Article>;
