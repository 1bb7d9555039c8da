import { present, ZhibiaoError } from '@zhibiao/shared';
import { hostPort } from '../fetch/address.ts';
import { classify } from '../fetch/classify.ts';
import {
  BodyTooLargeError,
  BrokenResponseError,
  CertificateError,
  ForbiddenAddressError,
  TimeoutError,
  TooManyRedirectsError,
  UnreachableError,
  UnsupportedContentError,
  UnsupportedUrlError,
} from '../fetch/errors.ts';
import { BrowserCrashedError, DeadEndError, PageTooHeavyError } from './errors.ts';
import type { GuardProxy } from './guard-proxy.ts';
import { NoDocumentError, OversizedDomError } from './load-page.ts';
import type { VisitTrace } from './visit.ts';

/** What is known around a visit that failed. */
export interface Circumstances {
  proxy: GuardProxy;
  trace: VisitTrace;
  connected: boolean;
  /** true when the memory guard ended a page process during the visit */
  tooHeavy: boolean;
}

/** Chromium's net errors by what they mean for the page (net/base/net_error_list.h). */
const netErrors: readonly [
  RegExp,
  new (message: string, input: string, options?: ErrorOptions) => ZhibiaoError,
  string,
][] = [
  [
    /ERR_CERT_|ERR_SSL_/,
    CertificateError,
    'the certificate is not valid. Use the http address if there is one',
  ],
  [/ERR_TOO_MANY_REDIRECTS/, TooManyRedirectsError, 'it redirects for ever. Exclude the URL'],
  [
    /ERR_UNSAFE_REDIRECT|ERR_UNKNOWN_URL_SCHEME|ERR_UNSAFE_PORT/,
    UnsupportedUrlError,
    'it leads where no page is. Exclude the URL',
  ],
  [
    /ERR_(PROXY|TUNNEL|NAME|CONNECTION|ADDRESS|INTERNET|NETWORK|SOCKET)_/,
    UnreachableError,
    'no connection. It is tried again later',
  ],
];

/**
 * Gives what went wrong in a browser its class.
 * @param error what the visit threw; `input` the URL that was asked for
 */
export function visitFailure(error: unknown, input: string, circumstances: Circumstances): unknown {
  const failure = classed(error, input, circumstances);
  const { at, shown } = circumstances.trace;
  const movedOn = shown.size > 0 && URL.canParse(at) && !shown.has(new URL(at).host);
  if (!movedOn || !(failure instanceof UnreachableError || failure instanceof TimeoutError)) return failure;
  return new DeadEndError(
    `${input}: goes on by itself to ${at}, where nobody answers. Exclude the URL or try render: http.`,
    input,
    { cause: failure },
  );
}

function classed(error: unknown, input: string, circumstances: Circumstances): unknown {
  const { proxy, trace, connected, tooHeavy } = circumstances;
  if (error instanceof ForbiddenAddressError || error instanceof UnsupportedUrlError)
    return classify(error, input, trace.at, false);
  if (error instanceof ZhibiaoError || !(error instanceof Error)) return error;
  const cause = { cause: error };
  const where = trace.at === input ? input : `${input} (moved on to ${trace.at})`;
  if (proxy.exhausted) {
    return new BodyTooLargeError(
      `${where}: the page loads more bytes than it may. Exclude it or try render: http.`,
      input,
      cause,
    );
  }
  if (trace.crashed && tooHeavy) {
    return new PageTooHeavyError(
      `${where}: took more memory than a page may. Exclude it or try render: http.`,
      input,
      cause,
    );
  }
  if (trace.crashed || !connected) {
    const what = connected ? "the page's process" : 'the browser';
    return new BrowserCrashedError(`${where}: ${what} died. It is tried again in a fresh one.`, input, cause);
  }
  const refused = URL.canParse(trace.at) ? proxy.failures.get(hostPort(new URL(trace.at))) : undefined;
  if (refused) return classify(refused, input, trace.at, false);
  if (error instanceof OversizedDomError) {
    return new BodyTooLargeError(
      `${where}: the page became ${error.message} long. Exclude the URL.`,
      input,
      cause,
    );
  }
  if (error instanceof NoDocumentError) {
    return new UnsupportedContentError(
      `${where}: the answer is no page but a file, or empty. Zhibiao reads HTML and plain text; exclude the URL.`,
      input,
      cause,
    );
  }
  const reason = present(error.message.split('\n')[0], 'the first of split');
  const known = netErrors.find(([pattern]) => pattern.test(reason));
  if (known) return new known[1](`${where}: ${known[2]} (${reason}).`, input, cause);
  return new BrokenResponseError(
    `${where}: the browser could not show it (${reason}). It is tried again.`,
    input,
    cause,
  );
}
