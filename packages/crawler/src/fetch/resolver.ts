import { lookup } from 'node:dns/promises';

/** A host's addresses, as a name server gives them. */
export type Resolver = (hostname: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Resolver = (hostname) => lookup(hostname, { all: true, verbatim: true });

const maxHosts = 1_000;

/**
 * Asks once for a name that many pages need, and remembers the answer, a failure too, for a short time. The
 * system's lookup holds one of the process's few threads until it is answered: sixteen pages of one host whose
 * name server is dead would hold them all, and with them every other host and the archive.
 * What is remembered is decided about anew at each connection.
 * @param keepMs milliseconds from the question
 */
export function rememberingResolver(resolver: Resolver, keepMs: number): Resolver {
  const known = new Map<string, { answer: ReturnType<Resolver>; until: number }>();
  return (hostname) => {
    const now = Date.now();
    const kept = known.get(hostname);
    if (kept && kept.until > now) return kept.answer;
    known.delete(hostname);
    const answer = resolver(hostname);
    known.set(hostname, { answer, until: now + keepMs });
    if (known.size > maxHosts) known.delete(known.keys().next().value as string);
    return answer;
  };
}

/** The resolver of a fetcher that is given none. */
export function defaultResolver(): Resolver {
  return rememberingResolver(systemResolver, 30_000);
}
