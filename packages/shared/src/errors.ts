import type { ServerAnswer } from './vocabulary/run.ts';

/**
 * Every failure has a class, and the class decides what happens to the job:
 * a `RetryableError` is tried again with backoff, a `FinalError` is quarantined at once.
 * An error of no known class counts as retryable: a bug must not lose an input.
 */
export abstract class ZhibiaoError extends Error {
  abstract readonly retryable: boolean;
  /** the URL, file or blob key that failed */
  readonly input: string;
  /** what a server answered, where that is the failure */
  answer: ServerAnswer | null = null;
  /** @param message what happened, to which input, and what to do */
  constructor(message: string, input: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.input = input;
  }
}

/** Worth another try. `retryAfterMs` is honoured where a server said so. */
export class RetryableError extends ZhibiaoError {
  readonly retryable = true;
  readonly retryAfterMs: number | null;
  constructor(message: string, input: string, options?: ErrorOptions & { retryAfterMs?: number | null }) {
    super(message, input, options);
    this.retryAfterMs = options?.retryAfterMs ?? null;
  }
}

/**
 * A service of our own (store, archive, Redis, disk) is away or full: no fault of an input. The job waits, without using up
 * a try, until the service is back.
 */
export class ServiceUnavailableError extends RetryableError {}

/** Trying again cannot help: the input goes to the quarantine. */
export class FinalError extends ZhibiaoError {
  readonly retryable = false;
}

/** A blob that is referred to is not in the archive. Final: nobody will bring it back by waiting. */
export class MissingBlobError extends FinalError {}

/** A blob's bytes do not hash to its key, or a message or blob does not fit its schema. */
export class CorruptInputError extends FinalError {}

/** What somebody may have meant: a region or an indicator, with its code where it has one. */
export interface Suggestion {
  readonly name: string;
  readonly code: string | null;
}

/** Wrong use of the command line, of a question or of a configuration value; exit code 2. */
export class UsageError extends FinalError {
  /** what may have been meant, the likeliest first */
  readonly suggestions: readonly Suggestion[];
  constructor(
    message: string,
    input: string,
    options?: ErrorOptions & { suggestions?: readonly Suggestion[] },
  ) {
    super(message, input, options);
    this.suggestions = options?.suggestions ?? [];
  }
}

/**
 * True when the job may be tried again.
 * @example
 * ```ts
 * import { isRetryable, UsageError } from '@zhibiao/shared';
 * isRetryable(new UsageError('There is no region 朝阳市区.', '朝阳市区')); // → false
 * ```
 */
export function isRetryable(error: unknown): boolean {
  return !(error instanceof ZhibiaoError) || error.retryable;
}

/** What the operating system says of a disk or of its own limits, and never of the contents of a file. */
const systemFaults =
  /^(ENOSPC|EDQUOT|EROFS|EIO|EMFILE|ENFILE|ENOMEM|SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL|NOMEM))/;

/** How Redis and its client say that they cannot serve now; none of it tells anything about a job. */
const redisFaults =
  /^(Connection is closed|Stream isn't writeable|Command timed out|Socket closed|Reached the max retries per request)|^(ERR Error running script.*|.*)?\b(OOM command not allowed|READONLY |LOADING |MASTERDOWN |MISCONF |CLUSTERDOWN |NOREPLICAS |TRYAGAIN )/;

/**
 * True where a service of our own has failed and not the input: see `ServiceUnavailableError`.
 * @example
 * ```ts
 * import { isServiceFault } from '@zhibiao/shared';
 * isServiceFault(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })); // → true
 * ```
 */
export function isServiceFault(error: unknown): boolean {
  if (error instanceof ZhibiaoError) return error instanceof ServiceUnavailableError;
  if (!(error instanceof Error)) return false;
  return (
    systemFaults.test(String((error as NodeJS.ErrnoException).code ?? '')) || redisFaults.test(error.message)
  );
}

/**
 * Says in our words what Redis or the system said in theirs, for whoever reads it: what is wrong, and what to do.
 * @returns the error itself where it has said so already, or is no fault of a service
 * @example
 * ```ts
 * import { nameFault } from '@zhibiao/shared';
 * nameFault(new Error('OOM command not allowed')).message; // → 'Redis is full: it has reached its maxmemory. Give it more memory.'
 * ```
 */
export function nameFault(error: Error): Error {
  if (error instanceof ZhibiaoError || !isServiceFault(error)) return error;
  const said = `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`;
  const [, service, why] = faultWords.find(([pattern]) => pattern.test(said)) ?? [];
  return service && why ? new ServiceUnavailableError(why, service, { cause: error }) : error;
}

const faultWords: readonly (readonly [pattern: RegExp, service: string, why: string])[] = [
  [/OOM command/, 'redis', 'Redis is full: it has reached its maxmemory. Give it more memory.'],
  [/MISCONF /, 'redis', 'Redis cannot write to its disk and takes no more. Make room there.'],
  [/READONLY |NOREPLICAS /, 'redis', 'Redis takes no writes now: it is a replica, or lacks its replicas.'],
  [/LOADING /, 'redis', 'Redis is starting and still reads its data.'],
  [/CLUSTERDOWN |MASTERDOWN |TRYAGAIN /, 'redis', 'The Redis cluster does not work now.'],
  [
    /Connection is closed|Stream isn't|Command timed out|Socket closed|max retries/,
    'redis',
    'Redis does not answer.',
  ],
  [/ENOSPC|EDQUOT|SQLITE_FULL/, 'disk', 'The disk is full. Make room there.'],
];
