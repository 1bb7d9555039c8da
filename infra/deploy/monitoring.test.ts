import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../packages/console/src/metrics/collect.ts';
import { openSystem } from '../../packages/console/src/testing/system.ts';
import { whichProgram } from '../../packages/services/src/which.ts';
import { Counters } from '../../packages/shared/src/queues/counters.ts';
import { metricsInCode } from '../metrics-in-code.mjs';

const folder = fileURLToPath(new URL('monitoring/', import.meta.url));
const read = (file: string) => parse(readFileSync(`${folder}${file}`, 'utf8'));
const program = whichProgram('promtool');
if (!program)
  process.stderr.write('SKIPPED: promtool is not on PATH (Debian: apt-get install prometheus).\n');

/** Runs promtool in the folder of the files. */
function promtool(args: readonly string[], input?: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(program ?? 'promtool', args, {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

describe('the alerts', () => {
  const alerts: string[] = read('alerts.yml').groups[0].rules.map((rule: { alert: string }) => rule.alert);
  type Expected = { alertname: string; exp_alerts?: unknown[] };
  const cases: Expected[] = read('alerts.test.yml').tests.flatMap(
    (t: { alert_rule_test: Expected[] }) => t.alert_rule_test,
  );

  it('are each tried on a system that calls for them and on one that does not', () => {
    const names = (tried: readonly Expected[]) => [...new Set(tried.map((c) => c.alertname))].sort();
    expect(names(cases.filter((c) => c.exp_alerts))).toEqual([...alerts].sort());
    expect(names(cases.filter((c) => !c.exp_alerts))).toEqual([...alerts].sort());
  });
});

describe.skipIf(!program)('Prometheus', () => {
  it.each([
    ['loads the alerts', ['check', 'rules', 'alerts.yml']],
    ['fires each alert', ['test', 'rules', 'alerts.test.yml']],
    ['loads the scrape job', ['check', 'config', '--syntax-only', 'prometheus.yml']],
  ])('%s', (_, args) => {
    expect(promtool(args)).toEqual({ code: 0, said: expect.stringContaining('SUCCESS') });
  });

  it('reads what the console answers', async () => {
    const system = await openSystem(inject('redisUrl'));
    try {
      const { config, producer } = system.deps;
      const counters = new Counters(producer.redis, producer.prefix);
      counters.add(['example', '2xx'], 120, 4_000);
      await counters.close();
      const folders = { store: folder, archive: folder };
      const deps = { ...system.deps, config: { ...config, ...folders } };
      const working = named(await createMetrics(deps).read());
      for (const { name } of metricsInCode()) expect(working).toContain(`\n${name}`);
      expect(working).toContain('zhibiao_fetches_total{source="example",class="2xx"} 1\n');
      expect(promtool(['check', 'metrics'], working)).toEqual({ code: 0, said: '' });

      const away = { check: () => Promise.reject(new Error('away')) };
      const broken = named(await createMetrics({ store: {}, producer: {}, archive: away } as never).read());
      expect(promtool(['check', 'metrics'], broken)).toEqual({ code: 0, said: '' });
    } finally {
      await system.close();
    }
  });
});

/** Names of Node's own metrics are prom-client's; promtool dislikes some of them. */
function named(scrape: string): string {
  const own = scrape.split('\n').filter((line) => !line.includes('zhibiao_console_'));
  return `${own.join('\n')}\n`;
}
