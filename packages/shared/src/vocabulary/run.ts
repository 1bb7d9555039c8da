import { z } from 'zod';
import { Moment } from './time.ts';

/** One crawl or reprocess. */
export const Run = z.object({
  id: z.string(),
  type: z.enum(['crawl', 'reprocess']),
  /** what was asked for: sources, URLs, or the selection of a reprocess */
  selection: z.record(z.string(), z.unknown()),
  /** `failed`: it could not do anything of what was asked for; a run of which some inputs failed is `done` and says how many */
  state: z.enum(['running', 'stopped', 'done', 'failed', 'promoted', 'dropped']),
  startedAt: Moment,
  /**
   * When all that was asked for had been handed to the queues: before that, a run is not over though nothing of it is
   * open. Null while it has not; 0 in runs of a release that did not note it.
   */
  fedAt: Moment.nullable().default(0),
  finishedAt: Moment.nullable(),
  /** messages done by queue, and `failed` of all queues; written when the run ends or is stopped */
  counts: z.record(z.string(), z.int()).default({}),
  /** inputs that failed and have not been retried since, by the name of the error's class; written with `counts` */
  failures: z.record(z.string(), z.int()).default({}),
  /** counts from before the ledger in Redis forgot the run: inputs of it were retried long after it had ended */
  earlier: z.record(z.string(), z.int()).default({}),
  /** why it failed, where no input can tell */
  reason: z.string().nullable().default(null),
});
export type Run = z.infer<typeof Run>;
/** A run as it may be written: what is left out has its default. */
export type RunInput = z.input<typeof Run>;

/** What a server answered in place of what was asked for. */
export const ServerAnswer = z.object({
  status: z.int(),
  /** the address that answered, after redirects */
  finalUrl: z.string(),
  /** those that tell why, names in lower case */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** the first words of the body, without markup */
  words: z.string(),
});
export type ServerAnswer = z.infer<typeof ServerAnswer>;

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
  time: Moment,
  resolvedAt: Moment.nullable().default(null),
  /** where a server answered with something that is not kept in the archive */
  answer: ServerAnswer.nullish(),
});
export type QuarantineRecord = z.infer<typeof QuarantineRecord>;
