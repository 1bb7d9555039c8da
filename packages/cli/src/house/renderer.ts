import { createRenderer, type Renderer } from '@zhibiao/crawler/browser';
import type { Fetched, Fetcher, FetchRequest } from '@zhibiao/crawler/fetch';
import type { Config, Logger } from '@zhibiao/shared';

/** A browser that is started by the first page that needs one. */
export function lazyRenderer(config: Config, userAgent: string, fetcher: Fetcher, log: Logger) {
  let renderer: Promise<Renderer> | null = null;
  const open = () => {
    renderer ??= createRenderer({ userAgent, fetcher, executablePath: config.chromium, logger: log });
    // A browser that could not start is tried again by the next page.
    renderer.catch(() => {
      renderer = null;
    });
    return renderer;
  };
  return {
    async render(request: FetchRequest): Promise<Fetched> {
      return (await open()).render(request);
    },
    async close(): Promise<void> {
      if (renderer) await (await renderer).close();
    },
  };
}
