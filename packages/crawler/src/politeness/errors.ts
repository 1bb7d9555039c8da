import { RetryableError } from '@zhibiao/shared';

/** robots.txt could not be read for now, so nothing on the host may be fetched (RFC 9309 2.3.1.4). */
export class RobotsUnavailableError extends RetryableError {}
