import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { visible, visibleJson } from './visible.ts';

const hostile = '\u001b]0;title\u0007\u001b[2J\u009b31m\u202etxt.exe\u2066\r\u007f';

describe('visible', () => {
  it('shows what a terminal would obey, and leaves what it shows', () => {
    expect(visible(hostile)).toBe('␛]0;title␇␛[2J‹U+009B›31m‹U+202E›txt.exe‹U+2066›␍␡');
    expect(visible('地区生产总值 5%左右\t“力争”\n')).toBe('地区生产总值 5%左右\t“力争”\n');
  });

  it('leaves JSON what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = visibleJson(JSON.stringify({ text }));
        expect(JSON.parse(line)).toEqual({ text });
        expect(visible(line)).toBe(line);
      }),
    );
  });

  it('holds for every line of the log', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zhibiao-log-')), 'log');
    createLogger('info', 'test', openSync(file, 'w')).info({ input: hostile }, hostile);
    const line = readFileSync(file, 'utf8');
    expect(visible(line)).toBe(line);
    expect(JSON.parse(line)).toMatchObject({ input: hostile, msg: hostile });
  });
});
