import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The packages whose functions an engineer calls from outside; each documents every function with an example. */
const modules = {
  '@zhibiao/shared': () => import('@zhibiao/shared'),
  '@zhibiao/parser': () => import('@zhibiao/parser'),
  '@zhibiao/crawler/clean': () => import('@zhibiao/crawler/clean'),
  '@zhibiao/store': () => import('@zhibiao/store'),
} as const;
const load = async (name: string): Promise<object> =>
  Object.hasOwn(modules, name) ? modules[name as keyof typeof modules]() : import(name);

interface Example {
  readonly name: string;
  readonly code: string;
}

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const sources = ['shared', 'parser', 'crawler', 'store']
  .flatMap((name) =>
    readdirSync(`${packages}${name}/src`, { recursive: true }).map((file) => `${name}/src/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const examples: Example[] = sources.flatMap((file) => {
  const text = readFileSync(`${packages}${file}`, 'utf8');
  const found = text.matchAll(
    /@example\n \* ```ts\n((?: \*.*\n)*?) \* ```\n(?: \*.*\n)* \*\/\nexport (?:async )?(?:function\*? ?|const )(\w+)/g,
  );
  return [...found].map(([, code = '', name = '']) => ({ name, code: code.replace(/^ \* ?/gm, '') }));
});

/** Runs an example: `expression; // → value` holds, `import` gives the modules of the sources. */
async function run(code: string): Promise<number> {
  let checked = 0;
  const body = code
    .replace(/^import \{(.+)\} from '(.+)';$/gm, 'const {$1} = await load("$2");')
    .replace(/^(?!const |let )(.+); \/\/ → (.+)$/gm, 'check(await ($1), $2);');
  const AsyncFunction = Object.getPrototypeOf(run).constructor as FunctionConstructor;
  const check = (actual: unknown, stated: unknown) => {
    expect(actual).toEqual(stated);
    checked++;
  };
  await new AsyncFunction('load', 'check', body)(load, check);
  return checked;
}

describe('examples in doc comments', () => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_, { code }) => {
    expect(await run(code)).toBeGreaterThan(0);
  });

  it('stand at every function that these packages export', async () => {
    const shown = new Set(examples.map(({ name }) => name));
    const missing: string[] = [];
    for (const [path, module] of Object.entries(modules)) {
      for (const [name, value] of Object.entries(await module())) {
        const isFunction = typeof value === 'function' && !/^class\b/.test(value.toString());
        if (isFunction && !shown.has(name)) missing.push(`${path} ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
