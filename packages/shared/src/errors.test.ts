import { expect, it } from 'vitest';
import {
  FinalError,
  isRetryable,
  nameFault,
  RetryableError,
  ServiceUnavailableError,
  UsageError,
} from './errors.ts';

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

it('says in its own words what Redis and the system say of themselves', () => {
  const oom = new Error(
    "OOM command not allowed when used memory > 'maxmemory'. script: 6f1e, on @user_script:14.",
  );
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  for (const error of [oom, full]) expect(nameFault(error)).toBeInstanceOf(ServiceUnavailableError);
  expect(nameFault(oom)).toMatchObject({ input: 'redis', cause: oom });
  expect(nameFault(oom).message).toBe('Redis is full: it has reached its maxmemory. Give it more memory.');
  const ours = new UsageError('wrong', 'x');
  const bug = new TypeError('a bug');
  expect([nameFault(ours), nameFault(bug)]).toEqual([ours, bug]);
});
