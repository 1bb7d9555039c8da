import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { catalog, queueNames } from '@zhibiao/shared/messages';
import type { Producer } from '@zhibiao/shared/queues';
import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ConsoleEnv } from './route.ts';

export const board = '/queues/board';

/** The page asks a font service for its fonts; it must work without any outside network, and tell nobody who reads it. */
const withoutOutsideFonts = createMiddleware(async (c, next) => {
  await next();
  if (!(c.res.headers.get('content-type') ?? '').includes('text/html')) return;
  const page = await c.res.text();
  c.res = new Response(page.replace(/<link[^<>]+href="https?:[^<>]*>/g, ''), c.res);
});

/**
 * Mounts bull-board for the three queues, to look at only: a job that is removed or emptied away there would leave its
 * run open for ever. What failed is retried from the quarantine; queues are paused by `zhibiao queues pause`.
 */
export function mountDashboard(app: Hono<ConsoleEnv>, producer: Producer): void {
  const adapter = new HonoAdapter(serveStatic);
  adapter.setBasePath(board);
  createBullBoard({
    queues: queueNames.map(
      (name) =>
        new BullMQAdapter(producer.queues[name], { description: catalog[name].title, readOnlyMode: true }),
    ),
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: '指标 Zhibiao',
        boardLogo: { path: '/assets/icon.svg', width: 28, height: 28 },
        favIcon: { default: '/assets/icon.svg', alternative: '/assets/icon.svg' },
      },
    },
  });
  app.use(`${board}/*`, withoutOutsideFonts);
  app.route(board, adapter.registerPlugin());
}
