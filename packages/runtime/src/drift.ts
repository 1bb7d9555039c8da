import type { Run } from '@zhibiao/shared';

/** What a site that has been rebuilt, moved or closed to crawlers makes of its pages. */
const ofSite: ReadonlySet<string> = new Set([
  'BlockPageError',
  'EmptyPageError',
  'HttpStatusError',
  'TooManyRedirectsError',
  'UnreadablePageError',
  'UnsupportedContentError',
]);
const least = { failed: 3, share: 1 / 3 };

/** The source of a crawl that is of one source only; null otherwise. */
export function sourceOf({ type, selection }: Run): string | null {
  const sources = selection.sources;
  return type === 'crawl' && Array.isArray(sources) && sources.length === 1 ? String(sources[0]) : null;
}

/** Whether a crawl that has ended says that its source is not what it was: a third of its pages give nothing to read. */
export function hasDrifted(run: Run): boolean {
  if (run.state !== 'done' || sourceOf(run) === null) return false;
  const failed = Object.entries(run.failures).reduce(
    (sum, [error, n]) => sum + (ofSite.has(error) ? n : 0),
    0,
  );
  const pages = (run.counts.crawl ?? 0) + failed;
  return failed >= least.failed && failed >= pages * least.share;
}
