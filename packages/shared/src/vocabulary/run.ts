import { z } from 'zod';

/** One crawl or reprocess. */
export const Run = z.object({
  id: z.string(),
  type: z.enum(['crawl', 'reprocess']),
  /** what was asked for: sources, URLs, or the selection of a reprocess */
  selection: z.record(z.string(), z.unknown()),
  state: z.enum(['running', 'stopped', 'done', 'promoted', 'dropped']),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
  counts: z.record(z.string(), z.int()).default({}),
});
export type Run = z.infer<typeof Run>;

/** A failure that nobody may lose: replayed by `zhibiao queues retry`. */
export const QuarantineRecord = z.object({
  id: z.string(),
  stage: z.enum(['crawl', 'parse', 'store']),
  /** what the stage was given: a URL or a blob key */
  input: z.string(),
  /** name of the error class */
  error: z.string(),
  reason: z.string(),
  run: z.string(),
  source: z.string().nullable(),
  /** the message, to be sent again */
  message: z.unknown(),
  time: z.int(),
  resolvedAt: z.int().nullable().default(null),
});
export type QuarantineRecord = z.infer<typeof QuarantineRecord>;
