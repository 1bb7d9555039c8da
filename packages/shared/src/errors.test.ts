import { expect, it } from 'vitest';
import { FinalError, isRetryable, RetryableError, UsageError } from './errors.ts';

it('lets the class decide between retry and quarantine; an unknown error is tried again', () => {
  expect(isRetryable(new RetryableError('busy', 'x'))).toBe(true);
  expect(isRetryable(new FinalError('gone', 'x'))).toBe(false);
  expect(isRetryable(new UsageError('wrong', 'x'))).toBe(false);
  expect(isRetryable(new TypeError('a bug'))).toBe(true);
});

it('names itself after its class and keeps the input and the cause', () => {
  class NoSuchPageError extends FinalError {}
  const error = new NoSuchPageError('not there', 'http://a.cn/', { cause: new Error('why') });
  expect(error).toMatchObject({ name: 'NoSuchPageError', input: 'http://a.cn/', cause: { message: 'why' } });
});
