import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zhibiaoVersion } from '@zhibiao/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from './pack.mjs';
import { root } from './setup.mjs';

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As at a user's: nothing of this repository or of its tests is in the environment. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(ZHIBIAO_|REDIS_URL|MONGODB_URL|npm_|VITEST|NODE_)/.test(name),
  ),
);
const npx = (...args: string[]) =>
  spawnSync('npx', ['--no-install', 'zhibiao', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 2 * MINUTES,
  });

describe('the package that people install', () => {
  let refused = '';
  beforeAll(() => {
    const tarball = pack(join(folder, 'tarball'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', tarball];
    const done = spawnSync('npm', args, { cwd: folder, env, encoding: 'utf8', timeout: 5 * MINUTES });
    if (done.status === 0) return;
    if (!/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/i.test(done.stderr))
      throw new Error(done.stderr);
    refused = done.stderr;
    process.stderr.write('THE PACKED TARBALL WAS NOT TRIED: the registry does not answer.\n');
  }, 6 * MINUTES);

  it('answers in an empty folder, install scripts off', (context) => {
    if (refused) context.skip();
    expect(npx('--version').stdout).toBe(`${zhibiaoVersion}\n`);
    expect(npx('--help').stdout).toContain('extract');
  });

  it('reads a report without any server, by the same parser', (context) => {
    if (refused) context.skip();
    const text =
      '政府工作报告\n2024年1月9日在示例县第十届人民代表大会上\n2023年，全县地区生产总值增长6.3%。\n';
    writeFileSync(join(folder, 'report.txt'), text);
    const { stdout, status } = npx('extract', 'report.txt');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).documents[0].observations).toHaveLength(1);
    const versionAt = (packages: string) => {
      const program = 'import(process.argv[1]).then(({ parserVersion }) => console.log(parserVersion()))';
      const parser = join(packages, 'parser/dist/index.js');
      return spawnSync(process.execPath, ['-e', program, parser], { encoding: 'utf8' }).stdout;
    };
    const packed = versionAt(join(folder, 'node_modules/zhibiao/node_modules/@zhibiao'));
    expect(packed).toMatch(/\S/);
    expect(packed).toBe(versionAt(join(root, 'packages')));
  });

  it(
    'starts everything, and stops it',
    async (context) => {
      if (refused) context.skip();
      // Without npx between us: a signal is for the program itself.
      const bin = join(folder, 'node_modules/zhibiao/bin/zhibiao.js');
      const up = spawn(process.execPath, [bin, 'up'], {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      try {
        await saying(up, 'Ctrl-C stops');
        const status = npx('queues', 'status');
        expect([status.status, status.stderr]).toEqual([0, '']);
        expect(npx('observations', 'query', '--format', 'csv').stdout).toContain('quote');
      } finally {
        const ended = once(up, 'exit');
        up.kill('SIGINT');
        await ended;
      }
    },
    3 * MINUTES,
  );
});

function saying(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr!.on('data', (chunk) => {
      said += chunk;
      if (said.includes(words)) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended without saying "${words}": ${said}`)));
  });
}
