import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ForbiddenAddressError, UnsupportedUrlError } from './errors.ts';

/** What IPv6 hands out for the public internet (RFC 4291, IANA's registry); anything outside is refused. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Public by its range, but answered by the machine's own cloud: Azure's platform address. */
const cloudAddresses: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Decides about a resolved IP address in any written form.
 * @returns null when it belongs to the public internet, else the name of the range it lies in. Forms of IPv6
 * that carry an IPv4 address (mapped, compatible, 6to4, NAT64, Teredo) are refused whatever they carry: no
 * name server has a reason to give them, and they are how a filter on IPv4 is walked around.
 */
export function forbiddenRange(address: string): string | null {
  const [bare] = address.split('%') as [string];
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return 'not an address';
  const parsed = ipaddr.parse(bare);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return 'outside global unicast';
  return cloudAddresses.has(parsed.toString()) ? 'cloud platform' : null;
}

/** @returns `host:port` of an http(s) URL, lower case, the port always given: the form of allow-lists */
export function hostPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** @returns the IP address that is the URL's host, without brackets, or null where the host is a name */
export function addressLiteral(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

/**
 * What can be decided about a URL before any lookup: scheme, credentials, disguised numeric hosts, literal addresses.
 * @param input the URL as found; `allowed` the allow-list of `host:port`
 * @returns the URL without its fragment, and whether the allow-list names its host
 * @throws UnsupportedUrlError, ForbiddenAddressError
 */
export function checkUrl(input: string, allowed: readonly string[]): { url: URL; trusted: boolean } {
  if (!URL.canParse(input))
    throw new UnsupportedUrlError(`${input}: not a URL. Correct the link or the source.`, input);
  const url = new URL(input);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UnsupportedUrlError(`${input}: only http and https are fetched. Drop the link.`, input);
  }
  if (url.username || url.password) {
    throw new UnsupportedUrlError(
      `${input}: carries a user name or password. Take it out of the link.`,
      input,
    );
  }
  const trusted = allowed.includes(hostPort(url));
  const literal = addressLiteral(url.hostname);
  if (trusted || literal === null) return { url, trusted };
  // The URL parser reads 0x7f.1, 2130706433 and full-width digits as addresses. No honest link is written so.
  if (!url.hostname.startsWith('[') && !input.includes(literal)) {
    throw new UnsupportedUrlError(
      `${input}: a disguised form of ${literal}. Write the address plainly.`,
      input,
    );
  }
  refuse(literal, hostPort(url), input);
  return { url, trusted };
}

/** @throws ForbiddenAddressError unless the address belongs to the public internet */
export function refuse(address: string, host: string, input: string): void {
  const range = forbiddenRange(address);
  if (range === null) return;
  throw new ForbiddenAddressError(input, host, address, range);
}
