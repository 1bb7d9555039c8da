import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../packages/console/src/metrics/collect.ts';
import { whichProgram } from '../../packages/services/src/which.ts';

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
    const away = { check: () => Promise.reject(new Error('away')) };
    const scrape = await createMetrics({ store: {}, producer: {}, archive: away } as never).read();
    // Names of Node's own metrics are prom-client's; promtool dislikes some of them.
    const own = scrape.split('\n').filter((line) => !line.includes('zhibiao_console_'));
    expect(promtool(['check', 'metrics'], `${own.join('\n')}\n`)).toEqual({ code: 0, said: '' });
  });
});
