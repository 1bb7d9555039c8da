import type { QuarantineRecord } from '@zhibiao/shared';
import { html } from 'hono/html';
import { type Word, type Words, wordFor, words } from './labels.ts';
import type { Html } from './layout.ts';

/** What to do about a failure of this class, in the reader's language. */
export function adviceFor(error: string, t: Words): string {
  const word = `advice.${error}`;
  return t(word in words ? (word as Word) : 'advice');
}

/** What a status means, in the reader's language. */
export function statusWords(status: number, t: Words): string {
  const word = `status.${status}`;
  const meaning = word in words ? t(word as Word) : t(`status.${Math.floor(status / 100)}xx` as Word);
  return `${status} ${meaning}`;
}

type Failed = Pick<QuarantineRecord, 'error' | 'reason' | 'input' | 'answer'>;

/** What went wrong in the reader's language, and folded the message itself. */
export const failureWords = (record: Failed, t: Words): Html =>
  html`<strong>${wordFor(t, 'error', record.error)}</strong>${record.answer ? html` <span class="nowrap">${statusWords(record.answer.status, t)}</span>` : ''}
${messageFold(record, t)}`;

/** The message as the logs have it, in English. */
export const messageFold = ({ reason, input }: Failed, t: Words): Html =>
  html`<details class="message"><summary>${t('message')}</summary><span lang="en">${withoutInput(reason, input)}</span></details>`;

/** Messages name their input, which stands beside them here. */
const withoutInput = (reason: string, input: string) =>
  reason.startsWith(`${input}: `) ? reason.slice(input.length + 2) : reason;
