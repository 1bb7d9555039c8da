/// <reference path="./provided.d.ts" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startRedis } from '../../packages/services/src/redis.ts';
import { startMongo } from '../mongo.ts';

/** Starts the services that tests use; every test takes its own key prefix or database. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-test-'));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const [redis, mongo] = await Promise.all([startRedis({ dir, log: say }), startMongo({ log: say })]);
  project.provide('redisUrl', redis.url);
  project.provide('mongoUrl', mongo.url);
  project.provide('mongoWhat', mongo.what);
  project.provide('mongoReal', mongo.real);
  return async () => {
    await Promise.all([redis.stop(), mongo.stop()]);
    await rm(dir, { recursive: true, force: true });
    say(
      mongo.url ? `MongoDB tests ran against ${mongo.what}.` : `MONGODB TESTS WERE SKIPPED: ${mongo.what}.`,
    );
  };
}
