import { ZhibiaoError } from '@zhibiao/shared';
import { hostPort } from './address.ts';
import {
  BrokenResponseError,
  CertificateError,
  ForbiddenAddressError,
  HeadersTooLargeError,
  TimeoutError,
  UnreachableError,
  UnsupportedUrlError,
} from './errors.ts';

const certificateCodes =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/;
const timeoutCodes = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);
const lookupCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL']);

/**
 * Gives what undici, the socket or the deadline threw its class.
 * @param input the URL asked for; `at` the hop that failed; `answered` true once a response's headers had come
 */
export function classify(error: unknown, input: string, at: string, answered: boolean): unknown {
  if (error instanceof ForbiddenAddressError && error.input !== input) {
    // Who refused knew the host or the hop, not the URL that led there.
    return new ForbiddenAddressError(input, hostPort(new URL(at)), error.address, error.range);
  }
  if (error instanceof UnsupportedUrlError && error.input !== input) {
    return new UnsupportedUrlError(`${input}: redirects to ${error.message}`, input);
  }
  if (error instanceof ZhibiaoError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const cause = { cause: error };
  const place = where(input, at);
  if (timeoutCodes.has(code)) {
    return new TimeoutError(
      `${place}: the server is too slow (${error.message}). It is tried again.`,
      input,
      cause,
    );
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return new HeadersTooLargeError(
      `${place}: the response's headers pass the limit. Exclude the URL.`,
      input,
      cause,
    );
  }
  if (certificateCodes.test(code)) {
    return new CertificateError(
      `${place}: the certificate is not valid (${error.message}). Use the http address if there is one, or add the ` +
        'issuer with NODE_EXTRA_CA_CERTS.',
      input,
      cause,
    );
  }
  if (answered || error.name === 'HTTPParserError' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return new BrokenResponseError(
      `${place}: the answer broke off or is no HTTP (${error.message}). It is tried again.`,
      input,
      cause,
    );
  }
  const reason = lookupCodes.has(code) ? 'the name is not known' : error.message || code;
  return new UnreachableError(`${place}: no connection (${reason}). It is tried again later.`, input, cause);
}

function where(input: string, at: string): string {
  return input === at ? input : `${input} (redirected to ${at})`;
}
