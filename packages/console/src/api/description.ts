import { OpenAPIHono, z } from '@hono/zod-openapi';
import { present, zhibiaoVersion } from '@zhibiao/shared';
import type { ApiRoute } from './route.ts';
import { Problem } from './schemas/operations.ts';

export type Description = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

export const base = '/api/v1';

/** The description of the routes as OpenAPI 3.1, made from the schemas of their queries and answers. */
export function describeApi(routes: readonly ApiRoute[]): Description {
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(pathOf(route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Zhibiao',
      version: zhibiaoVersion,
      description:
        'Figures from reports of local governments in China, each with the words that prove it. Read only. Lists come in pages: `next` of a page is `after` of the following one. Times are milliseconds since the epoch.',
    },
    servers: [{ url: base }],
  });
}

function pathOf({ path, tag, summary, query, answer }: ApiRoute) {
  const names = [...path.matchAll(/:(\w+)/g)].map(
    ([, name]) => [present(name, 'the name'), z.string()] as const,
  );
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: Problem } },
  });
  const ok = answer
    ? { description: summary, content: { 'application/json': { schema: answer } } }
    : { description: 'a file', content: { 'application/octet-stream': { schema: z.any() } } };
  return {
    method: 'get' as const,
    path: path.replace(/:(\w+)/g, '{$1}'),
    tags: [tag],
    summary,
    request: {
      ...(query ? { query } : {}),
      ...(names.length > 0 ? { params: z.object(Object.fromEntries(names)) } : {}),
    },
    responses: {
      200: ok,
      400: problem('a filter is wrong; the detail says which'),
      ...(names.length > 0 ? { 404: problem('there is no such thing') } : {}),
      503: problem('the store does not answer; try again'),
    },
  };
}
