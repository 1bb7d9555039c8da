import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Keeper, startKeeper } from '@zhibiao/runtime/keeper';
import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import { addWebhook, setWebhookState, type WebhookDeps } from '@zhibiao/runtime/webhooks/manage';
import { Outbox, pauseAfter } from '@zhibiao/runtime/webhooks/outbox';
import { Source, type Webhook } from '@zhibiao/shared';
import { connectWorker, listSchedules, reconcileSchedules } from '@zhibiao/shared/queues';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { failedRecord, makeRun } from './testing/operations.ts';
import { openSystem, type System } from './testing/system.ts';
import { visitor } from './testing/visitor.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine: it keeps what it is told, and answers with the statuses that it is given, 204 after them. */
let receiver: Server;
let url: string;
let host: string;
let received: Received[];
let statuses: number[];
beforeEach(async () => {
  received = [];
  statuses = [];
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer.writeHead(statuses.shift() ?? 204).end('answered');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `http://${host}/told`;
});
afterEach(() => receiver.close());

/** What a message says, its signature checked by the library of Standard Webhooks. */
const verified = ({ secret }: Webhook, { headers, body }: Received) =>
  new Verifier(secret).verify(body, headers as Record<string, string>) as {
    type: string;
    data: { changes: { region: { adcode: string } }[]; run: string };
  };

describe('webhooks', () => {
  let system: System;
  let deps: WebhookDeps;
  const closing: (() => unknown)[] = [];
  beforeEach(async () => {
    system = await openSystem(inject('redisUrl'));
    deps = { ...system.deps, config: { allowHosts: [host] } };
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await system.close();
  });

  async function startTelling(): Promise<Keeper> {
    const { store, producer, log } = system.deps;
    const connection = connectWorker(inject('redisUrl'));
    const config = { allowHosts: [host], userAgentContact: 'test' };
    const outbox = new Outbox({ store, producer, log, config, backoffMs: 10 }, connection);
    const keeper = startKeeper(producer, store, log, outbox);
    closing.push(
      () => keeper.stop(),
      () => outbox.close(),
      () => connection.disconnect(),
    );
    return keeper;
  }
  const log = (id: string) =>
    new WebhookLog(system.deps.producer.redis, system.deps.producer.prefix).read(id);
  const state = async (id: string) => (await system.deps.store.getWebhook(id))?.state;

  it('are told of changed figures of their filter, signed, and tried again until they are taken', async () => {
    const wanted = { url, events: ['figures.changed'], by: 'Ada' };
    const ours = await addWebhook(deps, { ...wanted, filter: { region: '321100' } });
    const others = await addWebhook(deps, { ...wanted, filter: { region: '130000' } });
    await system.keep();
    statuses = [503, 500];
    await startTelling();
    await expect.poll(() => received.length, { timeout: 40_000 }).toBe(3);
    const said = received.map((one) => verified(ours, one));
    expect(said[0]!.type).toBe('figures.changed');
    expect(said[0]!.data.changes.length).toBeGreaterThan(1);
    expect(new Set(said[0]!.data.changes.map(({ region }) => region.adcode))).toEqual(new Set(['321100']));
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(() => verified(others, received[0]!)).toThrow();
    const tries = async () => (await log(ours.id)).map(({ status, attempt }) => [status, attempt]);
    await expect.poll(tries).toEqual([
      [204, 3],
      [500, 2],
      [503, 1],
    ]);
    expect(await log(others.id)).toEqual([]);
  }, 60_000);

  it('are told that a run failed', async () => {
    const { store } = system.deps;
    const webhook = await addWebhook(deps, { url, events: ['run.failed'], filter: {}, by: 'Ada' });
    await store.saveRun(makeRun({}));
    await store.quarantine(failedRecord('q1'));
    await startTelling();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    const { type, data } = verified(webhook, received[0]!);
    expect([type, data.run]).toEqual(['run.failed', 'crawl-1']);
  }, 40_000);

  it('are told that a source has drifted, and home and the list of sources say so', async () => {
    const { store, producer } = system.deps;
    const webhook = await addWebhook(deps, { url, events: ['source.drifted'], filter: {}, by: 'Ada' });
    await store.saveSource(
      Source.parse({ id: 'example', name: '示例论坛', start: ['http://bbs.example.cn/'] }),
    );
    await store.saveRun(makeRun({}));
    const page = { queue: 'crawl', jobId: 'p1' } as const;
    await producer.ledger.open('crawl-1', page.queue, [page.jobId]);
    await producer.ledger.done('crawl-1', page);
    for (const id of ['q1', 'q2', 'q3'])
      await store.quarantine(failedRecord(id, { error: 'EmptyPageError', reason: 'Nothing to read.' }));
    await startTelling();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    expect(verified(webhook, received[0]!)).toMatchObject({
      type: 'source.drifted',
      data: { source: 'example', run: 'crawl-1', failures: { EmptyPageError: 3 } },
    });
    const words = async (path: string) =>
      (
        await system.console.app.request(`http://127.0.0.1${path}`, {
          headers: { host: '127.0.0.1', 'accept-language': 'zh' },
        })
      ).text();
    expect(await words('/')).toContain('上次抓取异常的来源 <b>1</b>');
    expect(await words('/sources')).toMatch(/href="\/runs\/crawl-1">大量网页无法读取/);
  }, 40_000);

  it('are told once that a schedule is late, and home says so', async () => {
    const { store, producer } = system.deps;
    const webhook = await addWebhook(deps, { url, events: ['schedule.late'], filter: {}, by: 'Ada' });
    const source = { id: 'example', name: '示例论坛', start: ['http://bbs.example.cn/'], cron: '0 3 * * 1' };
    await store.saveSource(Source.parse(source));
    // Three weeks ago the schedule was set; since then no worker has taken its job.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 21 * 86_400_000 });
    await reconcileSchedules(producer, await store.listSources(), Date.now());
    vi.useRealTimers();
    const [late] = await listSchedules(producer, Date.now());
    expect(late).toMatchObject({ source: 'example', late: true });
    const home = await system.console.app.request('http://127.0.0.1/', {
      headers: { host: '127.0.0.1', 'accept-language': 'zh' },
    });
    expect(await home.text()).toContain('计划任务延误的来源 <b>1</b>');
    const keeper = await startTelling();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    expect(verified(webhook, received[0]!)).toMatchObject({
      type: 'schedule.late',
      data: { source: 'example', next: new Date(late!.next!).toISOString() },
    });
    // The run that was missed is not lost: its job is still there for the first worker that comes.
    expect(await producer.queues.crawl.getJobState(`repeat:source-example:${late!.next}`)).toBe('delayed');
    await keeper.keep();
    await keeper.keep();
    expect(received).toHaveLength(1);
  }, 40_000);

  it('are paused after many failures, or where they are gone, and told what they missed when they go on', async () => {
    const webhook = await addWebhook(deps, { url, events: ['figures.changed'], filter: {}, by: 'Ada' });
    const { redis, prefix } = system.deps.producer;
    const failed = { message: 'msg', event: 'test', at: 1, attempt: 1, ms: 1 } as const;
    for (let i = 1; i < pauseAfter; i++)
      await new WebhookLog(redis, prefix).note(webhook.id, {
        ...failed,
        status: 503,
        error: 'E',
        reason: '',
      });
    statuses = [503];
    await system.keep();
    await startTelling();
    await expect.poll(() => state(webhook.id), { timeout: 40_000 }).toBe('paused');
    expect(received).toHaveLength(1);
    await setWebhookState(deps, webhook.id, 'active');
    await expect.poll(() => received.length, { timeout: 40_000 }).toBe(2);
    expect(verified(webhook, received[1]!).data.changes.length).toBeGreaterThan(1);
  }, 100_000);

  it.each(['http://127.0.0.1:1/', 'http://169.254.169.254/latest', 'http://[::1]/', 'ftp://a.cn/'])(
    'never point at a machine inside the network: %s',
    async (address) => {
      const wanted = { url: address, events: ['figures.changed'], filter: {}, by: 'Ada' };
      await expect(addWebhook(deps, wanted)).rejects.toThrow();
      expect(await system.deps.store.listWebhooks()).toEqual([]);
    },
  );

  it('are refused with an event or a filter that cannot be read', async () => {
    const wanted = { url, by: 'Ada' };
    await expect(addWebhook(deps, { ...wanted, events: ['rain'], filter: {} })).rejects.toThrow('rain');
    await expect(addWebhook(deps, { ...wanted, events: [], filter: {} })).rejects.toThrow('at least one');
    const filter = { region: 'x' };
    await expect(addWebhook(deps, { ...wanted, events: ['figures.changed'], filter })).rejects.toThrow();
  });
});

describe.skipIf(!hasChromium('no webhook was made in a browser'))('webhooks in a browser', () => {
  const at = visitor({}, ({ deps }) => ({ config: { ...deps.config, allowHosts: [host] } }));

  it('are made with the filter of the changes, tested, paused, resumed and removed', async () => {
    await at.system.keep();
    await at.open('/changes?region=321100&days=20000');
    await at.page.locator('a[href^="/webhooks"]', { hasText: 'webhook' }).last().click();
    await at.page.locator('input[name=url]').waitFor();
    expect(await at.page.locator('form.fields input[name=region]').inputValue()).toBe('321100');
    await at.page.locator('input[name=by]').fill('王芳');
    await at.page.locator('input[name=url]').fill('http://169.254.169.254/');
    expect(await at.press('form.fields button.main')).toBe(400);
    expect(await at.page.locator('[role=alert]').innerText()).toContain('169.254.169.254');
    expect(await at.page.locator('form.fields input[name=region]').inputValue()).toBe('321100');
    await at.page.locator('input[name=url]').fill(url);
    await at.page.locator('input[value="run.failed"]').check();
    expect(await at.press('form.fields button.main')).toBe(200);
    const secret = await at.page.locator('.secret code').innerText();
    const { store } = at.system.deps;
    const [webhook] = await store.listWebhooks();
    expect(webhook).toMatchObject({ url, secret, by: '王芳', filter: { region: '321100' } });
    expect(webhook!.events).toEqual(['figures.changed', 'run.failed']);

    await at.open(`/webhooks/${webhook!.id}`);
    expect(await at.words()).not.toContain(secret);
    expect(await at.press('form[action$="/test"] button')).toBe(200);
    expect(verified(webhook!, received[0]!).type).toBe('test');
    expect(await at.words()).toContain('测试已送达');
    statuses = [500];
    await at.press('form[action$="/test"] button');
    expect(await at.page.locator('main table tbody tr').first().innerText()).toContain('500 服务器内部错误');

    const state = async () => (await store.getWebhook(webhook!.id))?.state;
    await at.open(`/webhooks/${webhook!.id}`);
    await at.press('form[action$="/pause"] button');
    expect(await state()).toBe('paused');
    await at.press('form[action$="/resume"] button');
    expect(await state()).toBe('active');
    await at.press('form[action$="/remove"] button');
    expect(await store.listWebhooks()).toEqual([]);
    expect(await at.words()).toContain('还没有 webhook');
  });
});
