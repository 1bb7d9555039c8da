import { getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext } from '../route.ts';
import { FormError } from './fault.ts';
import type { Posted } from './posted.ts';

const cookie = 'zhibiao_name';
const aYear = 31_536_000;

/** The name that this browser gave last, to fill the next form with. */
export const lastName = (c: ConsoleContext): string => getCookie(c, cookie) ?? '';

/** The name that a form was signed with; the browser remembers it. @throws UsageError where there is none */
export function signedBy(c: ConsoleContext, posted: Posted): string {
  const name = posted.text('by').slice(0, 200);
  if (name === '') throw new FormError('by', 'nameLacking', 'say who you are, so that others can ask.');
  setCookie(c, cookie, name, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: aYear });
  return name;
}
