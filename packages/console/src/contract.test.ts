import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apiQuestions } from './api/index.ts';
import { keepEverything } from './testing/everything.ts';
import { openSystem, type System } from './testing/system.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: { enum?: string[]; example?: unknown };
  example?: unknown;
}
interface Described {
  paths: Record<string, { get: { parameters?: Parameter[]; responses: Record<string, unknown> } }>;
  components: { schemas: Record<string, object> };
}

let system: System;
let described: Described;
let ajv: Ajv2020;
let ids: Record<string, string>;

const get = (path: string, headers: Record<string, string> = {}) =>
  system.console.app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1', ...headers } });

beforeAll(async () => {
  system = await openSystem(inject('redisUrl'), { cors: 'https://charts.example.cn' });
  const pages = await keepEverything(system);
  described = (await (await get('/api/v1/openapi.json')).json()) as Described;
  ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true } });
  ajv.addSchema(described, 'api');
  const { store } = system.deps;
  const figure = (await store.figures({ code: 'gdp' })).rows[0]!;
  const document = pages.map((path) => /^\/documents\/(.+)\/diff$/.exec(path)?.[1]).find(Boolean)!;
  ids = { figures: figure.id, documents: document, runs: 'r1', webhooks: 'wh-1' };
});
afterAll(() => system?.close());

/** The address of a route: what it needs is filled in, and with `examples` what may be given as well. */
function addressOf(path: string, given: (parameter: Parameter) => unknown): string {
  const query = new URLSearchParams();
  for (const parameter of described.paths[path]!.get.parameters ?? []) {
    const value = parameter.in === 'query' ? given(parameter) : undefined;
    if (value !== undefined) query.set(parameter.name, String(value));
  }
  const filled = path.replace('{id}', encodeURIComponent(ids[path.split('/')[1]!] ?? ''));
  return `/api/v1${filled}?${query}`;
}
const exampleOf = ({ example, schema }: Parameter) => example ?? schema.example;
const needed = (parameter: Parameter) => (parameter.required ? exampleOf(parameter) : undefined);

async function faultsOf(path: string, address: string): Promise<string | null> {
  const answer = await get(address);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  if (answer.status !== 200) return `${address}: ${answer.status} ${await answer.text()}`;
  if (type !== 'application/json') return null;
  const pointer = `api#/paths/${path
    .replace(/~/g, '~0')
    .replace(/\//g, '~1')
    .replace(/[{}]/g, (b) => encodeURIComponent(b))}/get/responses/200/content/application~1json/schema`;
  const valid = ajv.getSchema(pointer);
  if (!valid) return `${path}: no schema at ${pointer}`;
  return valid(await answer.json()) ? null : `${address}: ${ajv.errorsText(valid.errors)}`;
}

describe('the API', () => {
  it('is described whole', () => {
    expect(Object.keys(described.paths).sort()).toEqual(
      apiQuestions.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')).sort(),
    );
  });

  it.each(apiQuestions.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')))(
    '%s answers as described',
    async (path) => {
      expect(await faultsOf(path, addressOf(path, needed))).toBeNull();
      expect(await faultsOf(path, addressOf(path, exampleOf))).toBeNull();
      // Every choice of every filter is one that the route takes.
      for (const parameter of described.paths[path]!.get.parameters ?? [])
        for (const choice of parameter.schema.enum ?? []) {
          const asked = (other: Parameter) => (other === parameter ? choice : needed(other));
          expect(await faultsOf(path, addressOf(path, asked))).toBeNull();
        }
    },
  );

  it('notices an answer that is not as described', async () => {
    const valid = ajv.getSchema('api#/components/schemas/Figure')!;
    const { rows } = (await (await get('/api/v1/figures?indicator=gdp')).json()) as { rows: object[] };
    expect(valid(rows[0])).toBe(true);
    expect(valid({ ...rows[0], value: '5%' })).toBe(false);
    expect(valid({ ...rows[0], more: 1 })).toBe(false);
  });

  const lists = () =>
    Object.entries(described.paths)
      .filter(([, { get: route }]) => route.parameters?.some(({ name }) => name === 'after'))
      .map(([path]) => path);

  it('pages every list alike', async () => {
    expect(lists().length).toBeGreaterThan(15);
    for (const path of lists()) {
      const address = addressOf(path, (one) => (one.name === 'limit' ? undefined : needed(one)));
      const first = (await (await get(`${address}&limit=1`)).json()) as {
        rows: object[];
        next: string | null;
      };
      // A line of a series is never cut: its limit counts figures.
      expect(first.rows.length, path).toBeLessThanOrEqual(path === '/series' ? 2 : 1);
      if (first.next === null) continue;
      const cursor = encodeURIComponent(first.next);
      const second = (await (await get(`${address}&limit=1&after=${cursor}`)).json()) as typeof first;
      expect(second.rows.length, path).toBeGreaterThan(0);
      expect(second.rows, path).not.toEqual(first.rows);
    }
    for (const path of lists()) {
      const wrong = await get(`${addressOf(path, needed)}&limit=0`);
      expect([path, wrong.status]).toEqual([path, 400]);
    }
  });

  it('tells every failure as a problem', async () => {
    const valid = ajv.getSchema('api#/components/schemas/Problem')!;
    const wrong = [
      ['/api/v1/figures?year=soon', 400],
      ['/api/v1/figures?colour=red', 400],
      ['/api/v1/ranking', 400],
      ['/api/v1/search?q=a', 400],
      ['/api/v1/runs?after=x', 400],
      ['/api/v1/documents/none', 404],
      ['/api/v1/figures/none', 404],
      ['/api/v1/runs/none', 404],
      ['/api/v1/runs/none/diff', 404],
      ['/api/v1/documents/none/history', 404],
      ['/api/v1/documents/none/diff', 404],
      ['/api/v1/documents/none/copies', 404],
      ['/api/v1/nothing', 404],
    ] as const;
    for (const [path, status] of wrong) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const said = (await answer.json()) as { status: number; instance: string };
      expect(valid(said), JSON.stringify(said)).toBe(true);
      expect(said).toMatchObject({ status, instance: path.split('?')[0] });
    }
  });

  it('answers 304 to who has the answer already, and compresses', async () => {
    const first = await get('/api/v1/figures', { 'accept-encoding': 'gzip' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^W\/"/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await get('/api/v1/figures', { 'if-none-match': tag });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const page = await get('/observations', { 'accept-encoding': 'gzip' });
    expect(page.headers.get('content-encoding')).toBe('gzip');
  });

  it('is read by pages of the origins that are named, and no others', async () => {
    const allowed = async (origin: string) =>
      (await get('/api/v1/figures', { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://charts.example.cn')).toBe('https://charts.example.cn');
    expect(await allowed('https://evil.example.cn')).toBeNull();
    const closed = await openSystem(inject('redisUrl'));
    const answer = await closed.console.app.request('http://127.0.0.1/api/v1/figures', {
      headers: { host: '127.0.0.1', origin: 'https://charts.example.cn' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    await closed.close();
  });

  it('can be looked at and tried on a page of ours', async () => {
    const page = await (await get('/api')).text();
    for (const { path } of apiQuestions) expect(page).toContain(`/api/v1${path.replace(/:(\w+)/g, '{$1}')}<`);
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});

describe('what may have been meant', () => {
  const asked = (path: string, query: Record<string, string>) =>
    get(`/api/v1${path}?${new URLSearchParams(query)}`);

  it.each(['/figures', '/series', '/promises', '/copies', '/coverage', '/observations', '/documents'])(
    'comes as data where several regions have the name: %s',
    async (path) => {
      const answer = await asked(path, { region: '朝阳区', ...(path === '/series' ? { code: 'gdp' } : {}) });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: expect.any(String),
        candidates: expect.arrayContaining([
          { name: '北京市朝阳区', code: '110105' },
          { name: '长春市朝阳区', code: '220104' },
        ]),
      });
    },
  );

  it.each([
    ['an unknown code', { code: 'gpd' }],
    ['a part of a code', { code: 'gd' }],
    ['an unknown name', { name: '地区生产总直' }],
  ])('comes as data for %s', async (_what, query) => {
    for (const path of ['/figures', '/series', '/promises', '/observations']) {
      const answer = await asked(path, query);
      expect(answer.status, path).toBe(400);
      const { candidates } = (await answer.json()) as { candidates: { code: string }[] };
      expect(candidates.map(({ code }) => code)).toContain('gdp');
    }
  });
});
