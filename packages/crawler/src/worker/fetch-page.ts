import {
  blobKey,
  isServiceFault,
  type Page,
  type Snapshot,
  type Source,
  type ZhibiaoError,
} from '@zhibiao/shared';
import { checkUrl } from '../fetch/address.ts';
import { type Fetched, HttpUnavailableError, header } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { fromArchive } from './from-archive.ts';
import { HostTurns, NotOurTurnError } from './host-turns.ts';

export interface PageRequest {
  /** whose request it is */
  readonly run: string;
  readonly url: string;
  readonly source: Source | null;
  /** the page's state: makes the request conditional */
  readonly page: Page | null;
  readonly browser: boolean;
  /** snapshots at least this young (milliseconds since the epoch) are used instead of fetching again */
  readonly since: number;
  /** nothing but the archive is asked: what it holds is the answer, however old */
  readonly offline: boolean;
  readonly signal: AbortSignal;
}

export type PageAnswer =
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'answer';
      readonly snapshot: Snapshot;
      readonly bytes: Uint8Array;
      /** where this answer came from; a snapshot that was not modified may be of another address */
      readonly from: Pick<Snapshot, 'finalUrl' | 'chain'>;
    };

/**
 * Gets one page politely and archives the response before anybody decodes it.
 * @returns `wait` when it is not this host's turn, or when slow hosts hold enough of this process's jobs
 * @throws RobotsDisallowedError, NotArchivedError and every error of the fetcher
 */
export async function fetchPage(deps: CrawlDeps, request: PageRequest): Promise<PageAnswer> {
  const { url } = request;
  if (request.offline) return archived(deps, await fromArchive(deps.archive, url));
  const [last] = await deps.archive.snapshotsOf(url);
  // A job that is tried again, or came back from waiting, finds the pages that it has fetched already.
  if (last && last.time >= request.since && last.rendered === request.browser) {
    if (await mayShare(deps, request)) return archived(deps, last);
  }
  const place = deps.slots.enter(new URL(url).host);
  if (!place.ok) return { kind: 'wait', ms: place.waitMs };
  let asked: Asked;
  try {
    asked = await askHost(deps, request, last);
  } catch (error) {
    // Neither a turn that was not ours nor a service of our own that is away says anything of the host.
    const isOurs = error instanceof NotOurTurnError || isServiceFault(error);
    place.leave(isOurs ? null : undefined);
    if (error instanceof NotOurTurnError) return { kind: 'wait', ms: error.retryAfterMs ?? 0 };
    throw error;
  }
  // The host has done its part: how long the archive takes, or Redis took, says nothing of it.
  place.leave(asked.tookMs);
  if (asked.unchanged) return archived(deps, asked.unchanged, asked.answer);
  const snapshot = await archiveAnswer(deps, asked.answer);
  return { kind: 'answer', snapshot, bytes: asked.answer.body, from: snapshot };
}

/** What another source fetched in this run is no source's that may reach fewer private hosts: it asks for itself. */
async function mayShare(deps: CrawlDeps, { url, page, source }: PageRequest): Promise<boolean> {
  checkUrl(url, allowed(deps, source));
  if (page === null || page.source === (source?.id ?? null)) return true;
  const other = page.source === null ? null : await deps.source(page.source);
  return (other?.allowHosts ?? []).every((host) => source?.allowHosts.includes(host));
}

const allowed = (deps: CrawlDeps, source: Source | null): string[] => [
  ...deps.allowHosts,
  ...(source?.allowHosts ?? []),
];

interface Asked {
  readonly answer: Fetched;
  /** the snapshot that still holds, where the host said so */
  readonly unchanged: Snapshot | undefined;
  /** how long the host took, milliseconds */
  readonly tookMs: number;
}

async function archived(
  deps: CrawlDeps,
  snapshot: Snapshot,
  from: Pick<Snapshot, 'finalUrl' | 'chain'> = snapshot,
): Promise<PageAnswer> {
  return { kind: 'answer', snapshot, bytes: await deps.archive.get(snapshot.body), from };
}

async function askHost(deps: CrawlDeps, request: PageRequest, last: Snapshot | undefined): Promise<Asked> {
  const { url, source, signal } = request;
  const allowHosts = allowed(deps, source);
  const turns = new HostTurns(deps, { url, source, allowHosts, signal });
  try {
    await turns.enter();
    // The validators are those of the body that the page had last.
    const conditional = last && request.page?.body === last.body && !request.browser ? request.page : null;
    const get = request.browser ? deps.render : deps.fetcher.fetch;
    const begun = performance.now();
    const answer = await counted(deps, request, () =>
      get({
        ...source?.limits,
        url,
        etag: conditional?.etag ?? null,
        lastModified: conditional?.lastModified ?? null,
        allowHosts,
        signal,
        onRedirect: (to) => turns.follow(to),
      }),
    );
    return { answer, unchanged: answer.notModified ? last : undefined, tookMs: performance.now() - begun };
  } catch (error) {
    if (error instanceof HttpUnavailableError && isOverloaded(error)) {
      await deps.gate.penalise(new URL(error.finalUrl).host, error.retryAfterMs);
    }
    throw error;
  } finally {
    await turns.release();
  }
}

/** Tells of a request and what came of it. */
async function counted(
  { onFetched = () => {} }: CrawlDeps,
  { run, source, url }: PageRequest,
  get: () => Promise<Fetched>,
): Promise<Fetched> {
  const begun = performance.now();
  const common = { run, source: source?.id ?? null, host: new URL(url).host };
  const tell = (status: number | null, error: string | null, bytes: number) =>
    onFetched({ ...common, status, error, ms: performance.now() - begun, bytes });
  try {
    const answer = await get();
    tell(answer.status, null, answer.body.byteLength);
    return answer;
  } catch (error) {
    if (!(error instanceof NotOurTurnError)) {
      const { answer, name } = error as Partial<ZhibiaoError>;
      tell(answer?.status ?? null, name ?? 'Error', 0);
    }
    throw error;
  }
}

/** What a server says of itself, and not of one page whose script has a fault: that one is tried again alone. */
const isOverloaded = ({ status, retryAfterMs }: HttpUnavailableError) =>
  status === 429 || status === 503 || retryAfterMs !== null;

async function archiveAnswer(deps: CrawlDeps, answer: Fetched): Promise<Snapshot> {
  const body = await deps.archive.put(answer.body);
  const snapshot: Snapshot = {
    key: blobKey(`${answer.url}\n${answer.time}\n${body}`),
    url: answer.url,
    finalUrl: answer.finalUrl,
    time: answer.time,
    status: answer.status,
    headers: answer.headers,
    chain: answer.chain,
    body,
    bytes: answer.body.byteLength,
    rendered: answer.rendered,
  };
  await deps.archive.addSnapshot(snapshot);
  return snapshot;
}

/** @returns the Content-Type that the cleaner should believe: a rendered page is UTF-8 whatever its source said */
export function contentTypeOf(snapshot: Snapshot): string | null {
  return snapshot.rendered ? 'text/html; charset=utf-8' : header(snapshot.headers, 'content-type');
}
