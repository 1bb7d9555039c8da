import type { Route } from '../route.ts';
import { base, describeApi } from './description.ts';
import { documentRoutes } from './documents.ts';
import { figureRoutes } from './figures.ts';
import { operationRoutes } from './operations.ts';

/** Every question that programs may ask. */
export const apiQuestions = [...figureRoutes, ...documentRoutes, ...operationRoutes];

let made: string | undefined;

/** The interface for programs: its questions, and their description as OpenAPI. */
export const apiRoutes: readonly Route[] = [
  ...apiQuestions.map(({ path, handler }) => ({ method: 'get', path: `${base}${path}`, handler }) as const),
  {
    method: 'get',
    path: `${base}/openapi.json`,
    handler: (c) => {
      made ??= JSON.stringify(describeApi(apiQuestions));
      return c.body(made, 200, { 'Content-Type': 'application/json' });
    },
  },
];
