import type { Page } from 'playwright-core';

/**
 * Asks before the page's own document goes to another address than its first: by a server's redirect, a meta refresh
 * or a script. Playwright's routes do not see redirects, so this listens to the browser itself.
 * @param mayMove what it throws stops the request
 * @returns a promise that rejects with what `mayMove` threw, and never resolves
 */
export async function askBeforeMoves(
  page: Page,
  mayMove: (to: string) => Promise<void>,
): Promise<{ refused: Promise<never> }> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  let isFirst = true;
  const refused = new Promise<never>((_, reject) => {
    session.on('Fetch.requestPaused', async ({ requestId, frameId, request }) => {
      const asks = frameId === frameTree.frame.id && !isFirst;
      if (frameId === frameTree.frame.id) isFirst = false;
      try {
        if (asks) await mayMove(request.url);
      } catch (error) {
        reject(error);
        await session
          .send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
          .catch(() => {});
        return;
      }
      // A page that has been closed meanwhile has nothing to go on with.
      await session.send('Fetch.continueRequest', { requestId }).catch(() => {});
    });
  });
  refused.catch(() => {});
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
  // In an object: a promise that an async function returns would be waited for.
  return { refused };
}
