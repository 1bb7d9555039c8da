import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startRedis } from '../redis.mjs';

/** Starts the services that tests use; every test takes its own key prefix or database. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-test-'));
  const redis = await startRedis({ dir, log: () => {} });
  project.provide('redisUrl', redis.url);
  project.provide('mongoUrl', null);
  return async () => {
    await redis.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
