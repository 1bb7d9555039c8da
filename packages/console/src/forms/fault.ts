import { UsageError } from '@zhibiao/shared';
import { html } from 'hono/html';
import { RegionError } from '../providers/filters.ts';
import { type Language, type Word, wordsOf } from '../view/labels.ts';
import type { Html } from '../view/layout.ts';
import { said } from '../view/message-words.ts';

/** A form that cannot be taken as it is, in words that have a translation. */
export class FormError extends UsageError {
  readonly word: Word;
  constructor(field: string, word: Word, message: string) {
    super(`${field}: ${message}`, field);
    this.word = word;
  }
}

/**
 * Runs what takes a form. @returns what was wrong with it, so that it can be shown again with what was filled in; null
 * where it was taken
 */
export async function faultOf(take: () => Promise<unknown>): Promise<UsageError | null> {
  try {
    await take();
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** What is wrong with a form, above it. */
export function faultNotice(fault: UsageError | null, language: Language): Html {
  if (!fault) return html``;
  const t = wordsOf(language);
  if (fault instanceof RegionError)
    return html`<p class="notice" role="alert">${t(fault.candidates.length > 0 ? 'severalRegions' : 'unknownRegion')} ${fault.candidates
      .slice(0, 30)
      .map(({ fullName, adcode }) => `${fullName} ${adcode}`)
      .join(t('listComma'))}</p>`;
  if (fault instanceof FormError) return html`<p class="notice" role="alert">${t(fault.word)}</p>`;
  return html`<p class="notice" role="alert">${t('cannotRead')}: ${said(fault.message, language)}</p>`;
}
