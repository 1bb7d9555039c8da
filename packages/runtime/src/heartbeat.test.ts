import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heartbeat } from './heartbeat.ts';

describe('heartbeat', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-beat-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('beats while it is answered, rests while it is not, and leaves nothing behind', async () => {
    const file = join(dir, 'alive');
    let answers = true;
    let asked = 0;
    const stop = heartbeat(
      file,
      async () => {
        asked += 1;
        if (!answers) throw new Error('Redis is away');
      },
      5,
    );
    await vi.waitFor(() => expect(existsSync(file)).toBe(true));
    answers = false;
    const before = asked;
    await vi.waitFor(() => expect(asked).toBeGreaterThan(before + 1));
    const last = statSync(file).mtimeMs;
    const later = asked;
    await vi.waitFor(() => expect(asked).toBeGreaterThan(later + 2));
    expect(statSync(file).mtimeMs).toBe(last);
    stop();
    expect(existsSync(file)).toBe(false);
  });

  it('goes on where its file cannot be touched', async () => {
    let asked = 0;
    const stop = heartbeat(
      join(dir, 'nowhere', 'alive'),
      async () => {
        asked += 1;
      },
      2,
    );
    await vi.waitFor(() => expect(asked).toBeGreaterThan(3));
    stop();
  });

  it('asks once at a time', async () => {
    let asked = 0;
    const stop = heartbeat(
      join(dir, 'alive'),
      () => {
        asked += 1;
        return new Promise(() => {});
      },
      2,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    stop();
    expect(asked).toBe(1);
  });
});
