import { Hono } from 'hono';
import type { ConsoleDeps } from './deps.ts';
import { type Listening, listen } from './listen.ts';
import type { ConsoleEnv } from './route.ts';
import { checkExposure, loopbackNames } from './security/host.ts';

/** What does not answer when the console starts. */
export interface Awaited {
  readonly service: 'store' | 'archive' | 'redis';
  readonly why: string;
}

/** How soon a caller should ask again, seconds. */
const againSeconds = 2;

/**
 * Stands in for the console while a service that it needs is away at its start: alive, not ready, and it says why.
 * @param awaited what is waited for now
 * @throws UsageError as `createConsole` does
 */
export async function listenWaiting(
  deps: Pick<ConsoleDeps, 'config' | 'log'>,
  awaited: () => Awaited,
): Promise<Listening> {
  checkExposure(deps.config);
  const app = new Hono<ConsoleEnv>();
  app.use(loopbackNames(deps));
  // The console takes over the address: a connection that is kept would end under the next request.
  app.use(async (c, next) => {
    await next();
    c.header('Connection', 'close');
  });
  app.get('/health/live', (c) => c.json({ ok: true }));
  app.get('/health/ready', (c) => {
    const { service, why } = awaited();
    // Nothing has been heard of the others yet.
    const services = { store: null, archive: null, redis: null, [service]: false };
    return c.json(
      { ok: false, ...services, workers: null, stalled: [], hung: [], why: { [service]: why } },
      503,
    );
  });
  app.all('*', (c) => {
    c.header('Retry-After', `${againSeconds}`);
    return c.text(`${awaited().why}\n`, 503);
  });
  return listen(app, deps);
}
