import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { whichProgram } from '../../packages/services/src/which.ts';
import { buildGoCheck } from './go-check.ts';

const here = fileURLToPath(new URL('./', import.meta.url));
const kubectl = whichProgram('kubectl');
if (!kubectl) process.stderr.write('SKIPPED: the manifests were not decoded: kubectl is not installed.\n');
const check = kubectl ? buildGoCheck('manifests') : null;

/** The manifests as `kubectl apply -k` would send them, with the example's secrets. */
function rendered(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-manifests-'));
  try {
    cpSync(join(here, 'kubernetes'), folder, { recursive: true });
    copyFileSync(join(folder, 'secret.env.example'), join(folder, 'secret.env'));
    const { stdout, stderr, status } = spawnSync(kubectl ?? '', ['kustomize', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!check)('the manifests', { timeout: 60_000 }, () => {
  afterAll(() => check?.remove());

  it('are decoded strictly by the types of Kubernetes and KEDA', () => {
    const decode = (input: string) => spawnSync(check?.program ?? '', { input, encoding: 'utf8' });
    const manifests = rendered();
    const good = decode(manifests);
    expect(good.stdout.split('\n').filter((line) => line && !line.startsWith('ok'))).toEqual([]);
    expect(good.stdout.match(/^ok /gm)?.length).toBe(manifests.split(/^---$/m).length);
    // What a typing error does: the check itself is worth something.
    const bad = decode(manifests.replace('maxUnavailable:', 'maxUnavailabel:'));
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('maxUnavailabel');
  });
});
