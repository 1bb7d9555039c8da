import { readdirSync, readFileSync } from 'node:fs';
import { settings } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { commandLine } from '../../packages/cli/src/testing/command-line.ts';
import { metricsInCode } from '../metrics-in-code.mjs';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true });
const kubernetes = new URL('kubernetes/', import.meta.url);
const manifests = readdirSync(kubernetes)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parseAllDocuments(read(`kubernetes/${file}`)).map((d) => d.toJS()));
const deployments = manifests.filter((m) => m.kind === 'Deployment');

describe('what runs in containers', () => {
  const commands: string[][] = [
    ...Object.values<{ command: string[]; image: string }>(compose.services)
      .filter((service) => service.image.startsWith('zhibiao:'))
      .map((service) => service.command),
    ...deployments.map((d) => d.spec.template.spec.containers[0].args),
  ];

  it.each(commands.map((command) => [command.join(' '), command]))('knows %s', async (_, command) => {
    const [name, ...rest] = command as string[];
    const { code, out: help } = await commandLine([name!, '--help']);
    expect(code).toBe(0);
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(help).toContain(option);
    expect(help.startsWith(`Usage: zhibiao ${name}`)).toBe(true);
  });

  it('works every queue', () => {
    for (const among of [Object.keys(compose.services), deployments.map((d) => d.metadata.name)])
      expect(among).toEqual(expect.arrayContaining(['console', 'crawl', 'parse', 'store']));
  });

  it('sets only variables that are read', () => {
    const known = new Set(Object.values(settings).flatMap((s) => s.variables as readonly string[]));
    const kustomization = manifests.find((m) => m.kind === 'Kustomization');
    const set = [
      ...Object.values<{ environment?: object; image: string }>(compose.services)
        .filter((service) => service.image.startsWith('zhibiao:'))
        .flatMap((service) => Object.keys(service.environment ?? {})),
      ...kustomization.configMapGenerator[0].literals.map((l: string) => l.split('=')[0]),
      ...read('kubernetes/secret.env.example')
        .split('\n')
        .flatMap((l) => (l ? [l.split('=')[0]!] : [])),
      ...[...read('Dockerfile').matchAll(/\b(ZHIBIAO_\w+)=/g)].map((m) => m[1]!),
    ];
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((variable) => !known.has(variable))).toEqual([]);
  });

  it('gives workers longer to stop than they take', () => {
    const ms = settings.shutdownMs.schema.parse(undefined);
    for (const d of deployments.filter((m) => m.metadata.name !== 'console'))
      expect(d.spec.template.spec.terminationGracePeriodSeconds * 1000).toBeGreaterThan(ms + 5_000);
  });
});

describe('the manifests', () => {
  interface Pod {
    securityContext?: object;
    containers: { image: string; securityContext?: object; resources?: { limits?: { memory?: string } } }[];
    initContainers?: Pod['containers'];
  }
  const cronJobs = manifests.filter((m) => m.kind === 'CronJob');
  const pods: Pod[] = [
    ...deployments.map((d) => d.spec.template.spec),
    ...cronJobs.map((j) => j.spec.jobTemplate.spec.template.spec),
  ];
  const containers = pods.flatMap((pod) => [...pod.containers, ...(pod.initContainers ?? [])]);

  it('bound the memory of each container, pin its image and let it be no root', () => {
    expect(containers.length).toBeGreaterThan(5);
    for (const { image, resources } of containers) {
      expect(resources?.limits?.memory, image).toMatch(/^\d+[MG]i$/);
      expect(image).toBe('zhibiao');
    }
    const { images } = manifests.find((m) => m.kind === 'Kustomization');
    expect(images).toMatchObject([{ name: 'zhibiao', newTag: expect.stringMatching(/^\d+\.\d+\.\d+$/) }]);
    for (const pod of pods)
      for (const container of pod.containers)
        expect({ ...pod.securityContext, ...container.securityContext }).toMatchObject({
          runAsNonRoot: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
  });

  it('hold what a cluster asks for: disruption budgets, network rules, an Ingress, a backup that is restored and verified', () => {
    const kinds = new Set(manifests.map((m) => m.kind));
    for (const kind of ['PodDisruptionBudget', 'NetworkPolicy', 'CronJob']) expect(kinds).toContain(kind);
    expect(parse(read('examples/ingress.yaml')).kind).toBe('Ingress');
    const stores = cronJobs.flatMap((j) => {
      const { initContainers = [], containers } = j.spec.jobTemplate.spec.template.spec;
      return [...initContainers, ...containers].map((c: { args: string[] }) => c.args.slice(0, 2).join(' '));
    });
    expect(stores).toEqual(
      expect.arrayContaining(['store backup', 'store restore', 'store verify', 'store retention']),
    );
  });
});

describe('what is watched', () => {
  const asked = (text: string) => [...text.matchAll(/\bzhibiao_[a-z_]+/g)].map((m) => m[0]);

  it.each(['monitoring/alerts.yml', 'monitoring/grafana-board.json', 'kubernetes/autoscaling.yaml'])(
    '%s asks for metrics that the console has',
    (file) => {
      const known = new Set(metricsInCode().map(({ name }) => name));
      expect(asked(read(file)).length).toBeGreaterThan(0);
      expect(asked(read(file)).filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it('scales deployments that exist', () => {
    const names = deployments.map((d) => d.metadata.name);
    for (const scaled of manifests.filter((m) => m.kind === 'ScaledObject'))
      expect(names).toContain(scaled.spec.scaleTargetRef.name);
  });
});
