import { z } from 'zod';
import { Moment } from './time.ts';

/** A canonical URL and its crawl state. Times in milliseconds since the epoch. */
export const Page = z.object({
  url: z.string(),
  /** what to fetch, as it was linked, where that differs from the canonical URL */
  address: z.string().nullable().default(null),
  source: z.string().nullable(),
  role: z.enum(['list', 'article', 'part', 'other']).default('other'),
  /** the first page of the text that this page continues: it is no document of its own */
  partOf: z.string().nullable().default(null),
  etag: z.string().nullable().default(null),
  lastModified: z.string().nullable().default(null),
  /** blob key of the last body */
  body: z.string().nullable().default(null),
  /** sha256 of the normalised text: what decides that a page changed */
  textHash: z.string().nullable().default(null),
  /** 64-bit simhash of the text in hex: near-duplicates across sites */
  simhash: z.string().nullable().default(null),
  /** keys of the simhash (`bands`) under which near-duplicates are looked up; none without a simhash */
  bands: z.array(z.string()).default([]),
  /** blob key of the last article */
  article: z.string().nullable().default(null),
  status: z.int().nullable().default(null),
  movedTo: z.string().nullable().default(null),
  deletedAt: Moment.nullable().default(null),
  fetchedAt: Moment.nullable().default(null),
  changedAt: Moment.nullable().default(null),
  nextDueAt: Moment.nullable().default(null),
  intervalMs: z.int().nullable().default(null),
  failures: z.int().default(0),
});
export type Page = z.infer<typeof Page>;

/** One response, stored before decoding and never changed; an index row shaped like CDX. */
export const Snapshot = z.object({
  key: z.string(),
  url: z.string(),
  finalUrl: z.string(),
  /** milliseconds since the epoch */
  time: Moment,
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** redirects followed: [status, location] each */
  chain: z.array(z.object({ url: z.string(), status: z.int() })),
  /** blob key of the body: the bytes after content decoding, before charset decoding */
  body: z.string(),
  bytes: z.int(),
  rendered: z.boolean().default(false),
});
export type Snapshot = z.infer<typeof Snapshot>;
