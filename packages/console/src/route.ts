import { present } from '@zhibiao/shared';
import type { Context } from 'hono';
import type { ConsoleDeps } from './deps.ts';
import type { Rules } from './providers/rules.ts';
import type { RunDiffs } from './providers/run-diffs.ts';
import type { Language } from './view/labels.ts';

/** What the middleware puts on every request. */
export interface ConsoleEnv {
  Variables: {
    language: Language;
    /** came in by a session, which they may end */
    signedIn?: boolean;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;
/** What handlers work with: what the console was made of, and what it makes itself. */
export interface HandlerDeps extends ConsoleDeps {
  readonly diffs: RunDiffs;
  readonly rules: Rules;
}

/** A part of the address that the route names (`:id`). @throws TypeError for one that it does not name */
export const inAddress = (c: ConsoleContext, name: string): string =>
  present(c.req.param(name), `${name} in the address`);

export type Handler = (c: ConsoleContext, deps: HandlerDeps) => Response | Promise<Response>;

/** One row of the route table. Everything that changes something is a `post`. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: Handler;
  /** answered without the token, for probes */
  readonly open?: true;
}
