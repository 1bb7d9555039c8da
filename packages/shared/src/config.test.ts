import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { UsageError } from './errors.ts';

describe('readConfig', () => {
  it('honours the names that everybody expects', () => {
    const config = readConfig({ REDIS_URL: 'redis://r:6379', MONGODB_URL: 'mongodb://m/z' });
    expect(config.redisUrl).toBe('redis://r:6379');
    expect(config.store).toBe('mongodb://m/z');
  });

  it('prefers its own names and takes an empty variable for unset', () => {
    expect(readConfig({ ZHIBIAO_STORE: 'here', MONGODB_URL: 'mongodb://m' }).store).toBe('here');
    expect(readConfig({ ZHIBIAO_STORE: '', MONGODB_URL: 'mongodb://m' }).store).toBe('mongodb://m');
  });

  it('keeps what is not set elsewhere in the data folder', () => {
    expect(readConfig({})).toMatchObject({ store: '.zhibiao/store', archive: '.zhibiao/archive' });
    const moved = { ZHIBIAO_DATA: '/srv/data', ZHIBIAO_ARCHIVE: '/srv/blobs' };
    expect(readConfig(moved)).toMatchObject({ store: '/srv/data/store', archive: '/srv/blobs' });
    expect(readConfig({ ...moved, MONGODB_URL: 'mongodb://m' }).store).toBe('mongodb://m');
  });

  it('names the variable that is wrong', () => {
    expect(() => readConfig({ ZHIBIAO_PORT: 'eighty' })).toThrow(UsageError);
    expect(() => readConfig({ ZHIBIAO_PORT: 'eighty' })).toThrow('ZHIBIAO_PORT=eighty is not valid');
  });

  it('shows no password in its message', () => {
    const said = (env: Record<string, string>) => {
      try {
        return String(readConfig(env));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said({ ZHIBIAO_TOKEN: 'short-one' })).not.toContain('short-one');
    expect(said({ MONGODB_URL: 'postgres://me:hush@db/x' })).toContain('MONGODB_URL=postgres://***@db/x');
  });
});
