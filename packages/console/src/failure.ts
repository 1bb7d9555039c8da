import { nameFault, RetryableError, type Suggestion, UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { problem } from './api/problem.ts';
import type { ConsoleDeps } from './deps.ts';
import type { ConsoleContext } from './route.ts';
import { adviceFor } from './view/failure-words.ts';
import { type Word, wordFor, wordsOf } from './view/labels.ts';
import { page } from './view/layout.ts';
import { said } from './view/message-words.ts';

/** What a failed request is told: the class of the error decides. Only faults of the console itself are logged as errors. */
export function answerFailure(thrown: Error, c: ConsoleContext, { log }: ConsoleDeps) {
  const error = nameFault(thrown);
  const status = statusOf(error);
  if (status === 500) log.error({ err: error, path: c.req.path }, 'a request failed');
  const message = status === 500 ? 'An error of the console; its log says more.' : error.message;
  return failure(c, status, error.name, message, error instanceof UsageError ? error.suggestions : []);
}

type FailureStatus = 400 | 403 | 404 | 413 | 500 | 503;

/** A request that is not even looked at. Programs get the English words. */
export const refuse = (c: ConsoleContext, status: FailureStatus, word: Word & ('foreign' | 'tooLarge')) =>
  failure(c, status, 'RefusedError', wordsOf(forProgram(c) ? 'en' : c.get('language'))(word));

/** Reads JSON: everything under `/api`, and whatever sends a change without asking for a page. */
const forProgram = (c: ConsoleContext): boolean =>
  c.req.path.startsWith('/api/') ||
  (c.req.method !== 'GET' && !(c.req.header('accept') ?? '').includes('text/html'));

export function failure(
  c: ConsoleContext,
  status: FailureStatus,
  name: string,
  message: string,
  candidates: readonly Suggestion[] = [],
) {
  if (forProgram(c)) return problem(c, status, name, message, candidates);
  const t = wordsOf(c.get('language') ?? 'en');
  return page(
    c,
    {
      title: t('error'),
      body: html`<h1>${t(status === 404 ? 'notFound' : 'error')}</h1><p class="notice">${
        status === 500
          ? t('ownFault')
          : html`<strong>${wordFor(t, 'error', name)}</strong> ${said(message, c.get('language') ?? 'en')}`
      }</p>${status === 500 ? '' : html`<p>${adviceFor(name, t)}</p>`}<p><a href="/documents">${t('documents')}</a></p>`,
    },
    status,
  );
}

function statusOf(error: Error): 400 | 404 | 500 | 503 {
  if (error instanceof UsageError) return 400;
  if (error instanceof NotFoundError) return 404;
  return error instanceof RetryableError ? 503 : 500;
}
