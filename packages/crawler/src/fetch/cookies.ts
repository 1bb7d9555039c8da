import { present } from '@zhibiao/shared';
/**
 * The cookies of one fetch. Some sites set one, redirect to the same page and loop for ever without it. It lives
 * as long as the redirects of one page and each host sees only its own.
 */
export class HopCookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  /** Takes in the `set-cookie` headers of a response from `url`. */
  take(url: URL, headers: readonly (readonly [string, string])[]): void {
    for (const [name, value] of headers) {
      const pair = name === 'set-cookie' ? /^\s*([^=;\s]+)=([^;]*)/.exec(value) : null;
      if (pair === null) continue;
      const jar = this.#byHost.get(url.host) ?? new Map<string, string>();
      this.#byHost.set(url.host, jar);
      jar.set(present(pair[1], 'the second of pair'), present(pair[2], 'the third of pair').trim());
    }
  }

  /** @returns the `cookie` header for a request to `url`, or null */
  header(url: URL): string | null {
    const jar = this.#byHost.get(url.host);
    return jar ? [...jar].map(([name, value]) => `${name}=${value}`).join('; ') : null;
  }
}
