import type { Snapshot, Source } from '@zhibiao/shared';
import { cleanAny } from '../attachments/index.ts';
import type { Cleaned, TextPart } from '../clean/index.ts';
import { header } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { contentTypeOf, fetchPage, type PageRequest } from './fetch-page.ts';

/** A wait for the host's next slot that is not worth putting the job back for. */
const shortWaitMs = 3_000;

export interface CleanedPage {
  readonly snapshot: Snapshot;
  readonly cleaned: Cleaned;
  /** style sheets that it was cleaned with */
  readonly sheets?: readonly Snapshot[];
  /** the address under which a page of the text links it, where it is a file */
  readonly file?: string;
}

/**
 * Cleans one archived response: same snapshot and bytes, same result, but for pictures, which are read where a program is.
 * @throws UnreadableFileError
 */
export async function cleanSnapshot(
  deps: Pick<CrawlDeps, 'ocr' | 'readFile'>,
  snapshot: Snapshot,
  bytes: Uint8Array,
  source: Source | null,
  options: { signal?: AbortSignal; sheets?: ReadonlyMap<string, string> } = {},
): Promise<CleanedPage> {
  const { signal, sheets } = options;
  const input = {
    bytes,
    url: snapshot.finalUrl,
    contentType: contentTypeOf(snapshot),
    refresh: header(snapshot.headers, 'refresh'),
    ...(source?.family ? { family: source.family } : {}),
    ...(sheets ? { sheets } : {}),
  };
  const read = deps.readFile ? { read: deps.readFile } : {};
  const cleaned = await cleanAny(input, {
    ...read,
    ocr: (await deps.ocr?.()) ?? null,
    ...(signal ? { signal } : {}),
  });
  return { snapshot, cleaned };
}

/** A part as the cleaner joins it. */
export const textPart = ({ snapshot, cleaned, file }: CleanedPage): TextPart => ({
  url: file ?? snapshot.finalUrl,
  cleaned,
  ...(file === undefined ? {} : { file: { size: snapshot.bytes, body: snapshot.body } }),
});

/** Sleeps out short waits for a host's next turn, while few jobs do; else the caller has to put the job back. */
export async function fetchPatiently(deps: CrawlDeps, request: PageRequest) {
  for (let waited = 0; ; ) {
    const answer = await fetchPage(deps, request);
    if (answer.kind === 'answer' || waited + answer.ms > shortWaitMs) return answer;
    waited += answer.ms;
    if (!(await deps.slots.wait(answer.ms))) return answer;
    request.signal.throwIfAborted();
  }
}
