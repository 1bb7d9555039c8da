import { mostBytes } from '@zhibiao/runtime/add-report';
import { present } from '@zhibiao/shared';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { languageDetector } from 'hono/language';
import { mountCors, mountTransport } from './api/transport.ts';
import { serveAssets } from './assets.ts';
import { board, mountDashboard } from './dashboard.ts';
import type { ConsoleDeps } from './deps.ts';
import { answerFailure, failure, refuse } from './failure.ts';
import { type Listening, listen } from './listen.ts';
import { metricsHandler } from './metrics/handler.ts';
import { Rules } from './providers/rules.ts';
import { RunDiffs } from './providers/run-diffs.ts';
import type { ConsoleContext, ConsoleEnv } from './route.ts';
import { routes } from './routes.ts';
import { mountAccess } from './security/access.ts';
import { securityHeaders } from './security/headers.ts';
import { checkExposure, loopbackNames } from './security/host.ts';
import { sameOrigin } from './security/origin.ts';
import { onlyLooking, plainPaths } from './security/paths.ts';
import { tokensOf } from './security/tokens.ts';
import { languages } from './view/labels.ts';

export type { Listening } from './listen.ts';

export interface Console {
  readonly app: Hono<ConsoleEnv>;
  /** @throws UsageError when it cannot listen on the address */
  listen(): Promise<Listening>;
}

/**
 * The console: pages for people, JSON under `/api`, `/metrics` for Prometheus, `/health/live` and `/health/ready`,
 * bull-board under `/queues/board`.
 * @throws UsageError where it would be open to others without a token
 */
export function createConsole(deps: ConsoleDeps): Console {
  checkExposure(deps.config);
  const app = new Hono<ConsoleEnv>();
  const open = new Set(routes.filter((route) => route.open).map((route) => route.path));
  app.use(securityHeaders);
  mountTransport(app);
  mountCors(app, deps.config.cors);
  app.use(plainPaths);
  app.use(loopbackNames(deps));
  app.use(
    languageDetector({
      supportedLanguages: [...languages],
      fallbackLanguage: 'zh',
      cookieOptions: { sameSite: 'Lax', secure: false, httpOnly: true, path: '/' },
    }),
  );
  app.use(sameOrigin(async (c) => refuse(c, 403, 'foreign')));
  const tooLarge = (c: ConsoleContext) => refuse(c, 413, 'tooLarge');
  const [small, large] = [1024 * 1024, mostBytes + 1024 * 1024].map((maxSize) =>
    bodyLimit({ maxSize, onError: tooLarge }),
  );
  app.use((c, next) =>
    (c.req.path === '/documents/add' ? present(large, 'the large') : present(small, 'the small'))(c, next),
  );
  const tokens = tokensOf(deps.config, deps.log);
  const isOpen = (path: string) => open.has(path);
  if (tokens.asked) mountAccess(app, { tokens, isOpen, log: deps.log, now: deps.now ?? Date.now });
  const system = { ...deps, diffs: new RunDiffs(deps.store, deps.now), rules: new Rules(deps) };
  for (const { method, path, handler } of routes) app[method](path, (c) => handler(c, system));
  const metrics = metricsHandler(deps);
  app.get('/metrics', (c) => metrics(c, system));
  serveAssets(app);
  app.use(`${board}/*`, onlyLooking);
  mountDashboard(app, deps.producer);
  app.notFound((c) => failure(c, 404, 'NotFoundError', `${c.req.method} ${c.req.path}`));
  app.onError((error, c) => answerFailure(error, c, deps));
  return { app, listen: () => listen(app, deps) };
}
