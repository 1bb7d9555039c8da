import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-hostile-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => commandLine(args, { ZHIBIAO_DATA: folder });

const hostile = [
  '$where',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  'a\0b',
  '\ud800',
  '%',
  '.*',
  '指标',
];

describe('values from the command line', () => {
  it.each(hostile)('%j is a value, whatever it holds', async (value) => {
    for (const option of ['--source', '--flag', '--document']) {
      const { code, out } = await run('observations', 'query', option, value, '--format', 'json');
      expect([code, JSON.parse(out)]).toEqual([0, { observations: [], next: null }]);
    }
    expect(await run('observations', 'query', '--after', value)).toMatchObject({ code: 2, out: '' });
    // What is no indicator is refused, but for an empty store, where nothing is.
    for (const option of ['--code', '--name']) {
      const { code, out } = await run('observations', 'query', option, value, '--format', 'json');
      if (code === 0) expect(JSON.parse(out)).toEqual({ observations: [], next: null });
      else expect([code, out]).toEqual([2, '']);
    }
    expect((await run('documents', 'show', value)).code).toBe(2);
    expect(await run('documents', 'history', value)).toMatchObject({ code: 1, out: '' });
  });

  it.each([
    ['--kind', 'Kind', 'kind'],
    ['--measure', '$ne', 'measure'],
    ['--year', '2e999', '--year'],
    ['--limit', '0', 'limit'],
    ['--min-confidence', '1.5', 'minConfidence'],
    ['--as-of', '2026-13-45', '--as-of'],
    ['--since', 'yesterday', '--since'],
    ['--region', '__proto__', '__proto__'],
    ['--source', 'x'.repeat(501), 'source'],
    ['--format', 'xml', '--format'],
  ])('%s %s is wrong usage, and named', async (option, value, named) => {
    const { code, out, said } = await run('observations', 'query', option, value);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(named);
  });

  it('says that nothing matches, and why a document is not to be seen', async () => {
    expect((await run('observations', 'query', '--code', 'GDP')).said).toContain('such as gdp');
    expect((await run('documents', 'show', 'nope')).said).toContain('There is no document nope');
    expect((await run('reprocess', '--diff', 'nope')).code).toBe(1);
  });
});
