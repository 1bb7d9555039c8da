import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Logger } from '@zhibiao/shared';

/** What a credential may do. */
export type Role = 'full' | 'read';

export interface TokenSettings {
  readonly token?: string | undefined;
  readonly readToken?: string | undefined;
  readonly tokenFile?: string | undefined;
}

/** The tokens that count now. */
export interface Tokens {
  /** false where the console asks for none */
  readonly asked: boolean;
  roleOf(given: string): Role | null;
  /** changes when the token does: sessions that began under another end with it */
  generation(): string;
}

interface Pair {
  readonly full: Buffer | null;
  readonly read: Buffer | null;
}

const shortest = 16;
const digest = (text: string) => createHash('sha256').update(text).digest();
const digestOf = (text: string | undefined) => (text && text.length >= shortest ? digest(text) : null);

/**
 * The tokens of the settings. A file is read again when it changes: first line the token, second line (where there is one)
 * the read-only token. Where a changed file cannot be read or holds no token, what counted before goes on counting.
 */
export function tokensOf(settings: TokenSettings, log: Logger): Tokens {
  const { tokenFile } = settings;
  let pair: Pair = { full: digestOf(settings.token), read: digestOf(settings.readToken) };
  let seen = '';
  const refresh = (): Pair => {
    if (!tokenFile) return pair;
    try {
      const { mtimeMs, size, ino } = statSync(tokenFile);
      const state = `${mtimeMs} ${size} ${ino}`;
      if (state === seen) return pair;
      const [first, second] = readFileSync(tokenFile, 'utf8').split(/\r?\n/);
      const full = digestOf(first?.trim());
      if (!full) throw new Error(`its first line is no token of at least ${shortest} characters`);
      if (seen !== '') log.warn({ file: tokenFile }, 'the token was changed; all sessions have ended');
      seen = state;
      pair = { full, read: digestOf(second?.trim()) ?? digestOf(settings.readToken) };
    } catch (error) {
      if (seen !== 'faulty')
        log.error({ file: tokenFile, reason: (error as Error).message }, 'the token file cannot be read');
      seen = 'faulty';
    }
    return pair;
  };
  return {
    asked: Boolean(tokenFile || pair.full),
    roleOf(given) {
      const { full, read } = refresh();
      const hash = digest(given);
      if (full && timingSafeEqual(hash, full)) return 'full';
      return read && timingSafeEqual(hash, read) ? 'read' : null;
    },
    generation: () => refresh().full?.toString('hex') ?? '',
  };
}
