import { RetryableError } from '@zhibiao/shared';
import { Agent } from 'undici';
import { checkUrl } from './address.ts';
import { withAnswer } from './answer.ts';
import { readBody } from './body.ts';
import { classify } from './classify.ts';
import { guardedConnector } from './connect.ts';
import { Deadline } from './deadline.ts';
import { defaultResolver, type Resolver } from './resolver.ts';

interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `host:port` that may be reached although the address is private */
  readonly allowHosts: readonly string[];
}

export interface Poster {
  /**
   * Sends a message to an address that passes the guard; redirects are not followed.
   * @returns the status, 2xx
   * @throws NotTakenError with the answer for any other, ForbiddenAddressError, UnsupportedUrlError and the classes of a broken connection
   */
  post(request: PostRequest): Promise<number>;
  close(): Promise<void>;
}

/** The receiver answered with something else than 2xx. */
export class NotTakenError extends RetryableError {}

const timeoutMs = 15_000;
const mostAnswer = 16 * 1024;

/** Sends messages under the crawler's address guard: nobody can point it at a machine inside the network. */
export function createPoster(userAgent: string, resolver: Resolver = defaultResolver()): Poster {
  const agent = (trusted: boolean) =>
    new Agent({
      connect: guardedConnector(resolver, timeoutMs, trusted),
      headersTimeout: timeoutMs,
      connections: 4,
    });
  const agents = { guarded: agent(false), trusted: agent(true) };

  async function send(
    { url: address, headers, body, allowHosts }: PostRequest,
    signal: AbortSignal,
  ): Promise<number> {
    const { url, trusted } = checkUrl(address, allowHosts);
    const response = await (trusted ? agents.trusted : agents.guarded).request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: { ...headers, 'user-agent': userAgent, 'content-type': 'application/json' },
      body,
      signal,
    });
    const status = response.statusCode;
    const said = await readBody(response.body, address, {
      maxBytes: mostAnswer,
      declared: null,
      truncate: true,
    });
    if (status >= 200 && status <= 299) return status;
    const pairs = Object.entries(response.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const error = new NotTakenError(
      `${address}: the receiver answers ${status}; 2xx is what takes a message.`,
      address,
    );
    throw withAnswer(error, { finalUrl: address, status, headers: pairs }, said);
  }

  return {
    async post(request) {
      const deadline = new Deadline(request.url, timeoutMs);
      try {
        return await send(request, deadline.signal);
      } catch (error) {
        if (error instanceof NotTakenError) throw error;
        throw classify(
          deadline.signal.aborted ? deadline.signal.reason : error,
          request.url,
          request.url,
          false,
        );
      } finally {
        deadline.dispose();
      }
    },
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.trusted.destroy()]);
    },
  };
}

/** What can be said of an address before anything is sent. @throws UnsupportedUrlError, ForbiddenAddressError */
export function checkAddress(url: string, allowHosts: readonly string[]): void {
  checkUrl(url, allowHosts);
}
