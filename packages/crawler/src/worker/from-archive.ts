import type { Archive, Snapshot } from '@zhibiao/shared';
import { header, resolveLocation } from '../fetch/index.ts';
import { NotArchivedError } from './errors.ts';

/** As many as the fetcher follows. */
const maxRedirects = 10;

/**
 * What an address answered when it was crawled, here or elsewhere: its newest good answer, redirects followed where
 * they were archived as answers of their own, as other crawlers do.
 * @returns the snapshot, with the address that was asked for and the hops that led on from there
 * @throws NotArchivedError
 */
export async function fromArchive(archive: Archive, url: string): Promise<Snapshot> {
  const found = await follow(archive, url, []);
  if (found) return { ...found, url };
  throw new NotArchivedError(
    `${url}: the imported crawl holds no good answer of this address. Crawl it, or import the files that hold it.`,
    url,
  );
}

async function follow(archive: Archive, url: string, hops: Snapshot['chain']): Promise<Snapshot | undefined> {
  for (const snapshot of await archive.snapshotsOf(url)) {
    const { status } = snapshot;
    if (status >= 200 && status < 300) return { ...snapshot, chain: [...hops, ...snapshot.chain] };
    const target = redirectOf(snapshot);
    if (!target || hops.length === maxRedirects || hops.some((hop) => hop.url === target)) continue;
    const found = await follow(archive, target, [...hops, { url, status }]);
    if (found) return found;
  }
  return undefined;
}

function redirectOf({ status, headers, finalUrl }: Snapshot): string | null {
  const location = status >= 300 && status < 400 ? header(headers, 'location') : null;
  const target = location === null ? null : resolveLocation(location, finalUrl);
  return target !== null && URL.canParse(target) ? target : null;
}
