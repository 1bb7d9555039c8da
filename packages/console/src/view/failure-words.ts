import type { QuarantineRecord } from '@zhibiao/shared';
import { html } from 'hono/html';
import { type Language, type Word, type Words, wordFor, words, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';
import { messageIn } from './message-words.ts';

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
export function failureWords(record: Failed, language: Language): Html {
  const t = wordsOf(language);
  return html`<strong>${wordFor(t, 'error', record.error)}</strong>${
    record.answer ? html` <span class="nowrap">${statusWords(record.answer.status, t)}</span>` : ''
  }
${messageFold(record, language)}`;
}

/** The message, in the reader's language where it can be said in it, and as the logs have it. */
export function messageFold({ reason, input }: Failed, language: Language): Html {
  const message = withoutInput(reason, input);
  // Kinds of messages are known with their input before them.
  const { text, lang } = messageIn(language, reason);
  const own = lang === 'en' ? html`` : html`<p>${withoutInput(text, input)}</p>`;
  return html`<details class="message"><summary>${wordsOf(language)(
    'message',
  )}</summary>${own}<span lang="en"${lang === 'en' ? '' : html` class="quiet"`}>${message}</span></details>`;
}

/** Messages name their input, which stands beside them here. */
const withoutInput = (reason: string, input: string) =>
  [': ', '：'].some((colon) => reason.startsWith(input + colon))
    ? reason.slice(input.length + 1).trim()
    : reason;
