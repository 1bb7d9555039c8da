/**
 * @returns the URL fit for a log line or a message
 * @example
 * ```ts
 * import { withoutPassword } from '@zhibiao/shared';
 * withoutPassword('redis://user:secret@127.0.0.1:6379'); // → 'redis://***@127.0.0.1:6379'
 * ```
 */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//***@');
}
