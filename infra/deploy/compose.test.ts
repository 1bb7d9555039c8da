import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { whichProgram } from '../../packages/services/src/which.ts';

const go = whichProgram('go');
const check = fileURLToPath(new URL('./check', import.meta.url));
const program = go ? build() : null;
if (!program) process.stderr.write('SKIPPED: compose.yaml was not loaded; that takes Go and its modules.\n');

/** @returns the program that loads compose files; null where its modules cannot be downloaded */
function build(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'zhibiao-compose-'));
  const built = spawnSync(go!, ['build', '-o', dir, './compose'], { cwd: check, encoding: 'utf8' });
  if (built.status === 0) return join(dir, 'compose');
  rmSync(dir, { recursive: true });
  if (/dial tcp|lookup |timeout|connection refused/.test(built.stderr)) return null;
  throw new Error(built.stderr);
}

describe.skipIf(!program)('compose.yaml', { timeout: 120_000 }, () => {
  const file = fileURLToPath(new URL('./compose.yaml', import.meta.url));
  const text = readFileSync(file, 'utf8');
  const settings = { ZHIBIAO_TOKEN: '0123456789abcdef', ZHIBIAO_CONTACT: 'you@example.org' };
  const dir = program ? join(program, '..') : '';
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  function load(changed: string, env: Record<string, string> = settings) {
    const path = join(dir, 'compose.yaml');
    writeFileSync(path, changed);
    return spawnSync(program!, [path], { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
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
