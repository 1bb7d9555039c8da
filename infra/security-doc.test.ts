import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './setup.mjs';

const [, attacksOn = ''] = readFileSync(join(root, 'docs/security.md'), 'utf8').split(
  '## Attacks and results',
);
const rows = attacksOn
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  // A bar that is escaped is no end of a cell.
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
const attacks = rows.filter((cells) => cells.length === 5 && cells[3] !== 'test');

it('every attack in the threat model names tests, and they exist', () => {
  expect(attacks.length).toBeGreaterThan(30);
  for (const [, attack = '', , named = ''] of attacks) {
    const tests = [...named.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    expect(tests, attack).not.toEqual([]);
    for (const path of tests) {
      expect(path, attack).toMatch(/\.test\.ts$/);
      const file = path.startsWith('infra/') ? path : join('packages', path);
      expect(existsSync(join(root, file)), `${attack}: ${file}`).toBe(true);
    }
  }
});
