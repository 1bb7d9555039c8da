import { FinalError, RetryableError, ServiceUnavailableError } from '@zhibiao/shared';

/** No room (or no right) to write. The job waits until somebody has made room. */
export class ArchiveFullError extends ServiceUnavailableError {}

/** The database does not answer, or broke off in the middle. The job waits and runs again: every write is idempotent. */
export class StoreUnavailableError extends ServiceUnavailableError {}

/** Other workers kept changing the same row. Retryable. */
export class StoreBusyError extends RetryableError {}

/** A row would exceed what MongoDB takes (16 MB). Found before anything is written. */
export class RowTooLargeError extends FinalError {}

/** An extraction or a store written by a version of this project that this one does not know. */
export class UnknownSchemaError extends FinalError {}

/** A document, version or run that was asked for by name does not exist. */
export class NotFoundError extends FinalError {}
