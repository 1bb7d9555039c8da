import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from './setup.mjs';

/** Every public path of every package with the values that it exports; types are left to the compiler. */
async function surface(): Promise<string> {
  const lines: string[] = [];
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    if (name === 'cli') continue; // its one path runs the command
    const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    for (const [path, { default: file }] of Object.entries<{ default: string }>(exports)) {
      const source = join(root, 'packages', name, file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
      const found = Object.keys(await import(pathToFileURL(source).href)).sort();
      lines.push(`@zhibiao/${name}${path.slice(1)}: ${found.join(', ') || '(types only)'}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

it('what packages export is what others were told (npx vitest run infra/surface.test.ts --update)', async () => {
  await expect(await surface()).toMatchFileSnapshot('surface.txt');
}, 60_000);
