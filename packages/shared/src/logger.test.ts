import fs, { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from './logger.ts';

describe('a log on a full disk', () => {
  it.skipIf(!existsSync('/dev/full'))('does not fail the work that it tells of', () => {
    const full = openSync('/dev/full', 'w');
    const log = createLogger('warn', 'zhibiao', full);
    for (let n = 0; n < 3; n++) expect(() => log.warn({ n }, 'no room')).not.toThrow();
    closeSync(full);
  });

  it('is written as soon as there is room', () => {
    const dir = mkdtempSync(join(tmpdir(), 'zhibiao-log-'));
    const file = join(dir, 'log');
    const fd = openSync(file, 'a');
    const log = createLogger('warn', 'zhibiao', fd);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw full;
    });
    log.warn('first');
    expect(write).toHaveBeenCalled();
    write.mockRestore();
    log.warn('second');
    const said = readFileSync(file, 'utf8').trim().split('\n');
    expect(said.map((line) => JSON.parse(line).msg)).toEqual(['first', 'second']);
    closeSync(fd);
    rmSync(dir, { recursive: true });
  });
});
