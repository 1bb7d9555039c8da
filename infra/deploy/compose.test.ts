import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildGoCheck } from './go-check.ts';

const check = buildGoCheck('compose');

describe.skipIf(!check)('compose.yaml', { timeout: 60_000 }, () => {
  const { program = '', dir = '' } = check ?? {};
  const text = readFileSync(new URL('./compose.yaml', import.meta.url), 'utf8');
  const settings = { ZHIBIAO_TOKEN: '0123456789abcdef', ZHIBIAO_CONTACT: 'you@example.org' };
  afterAll(() => check?.remove());

  function load(changed: string, env: Record<string, string> = settings) {
    const path = join(dir, 'compose.yaml');
    writeFileSync(path, changed);
    return spawnSync(program, [path], { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
  }

  it('is loaded by the library of docker compose', () => {
    const { stdout, status } = load(text);
    const services = Object.keys(parse(text, { merge: true }).services).sort();
    expect(stdout.trim().split('\n')).toEqual(services.map((name) => `ok ${name}`));
    expect(status).toBe(0);
  });

  it('would be refused with a field that is misspelt, or without a password', () => {
    const misspelt = load(text.replace('command:', 'comand:'));
    expect([misspelt.status, misspelt.stdout]).toEqual([1, expect.stringContaining('comand')]);
    const open = load(text, { ZHIBIAO_CONTACT: 'you@example.org' });
    expect([open.status, open.stdout]).toEqual([1, expect.stringContaining('ZHIBIAO_TOKEN')]);
  });
});
