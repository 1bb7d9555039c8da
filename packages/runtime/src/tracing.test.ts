import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, inject, it } from 'vitest';
import { openSmallSystem } from './testing/small-system.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}

/** A collector of OpenTelemetry's that keeps the spans it is sent. */
const spans: Span[] = [];
const services = new Set<string>();
const collector = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  expect(request.url).toBe('/v1/traces');
  for (const { resource, scopeSpans } of JSON.parse(body).resourceSpans) {
    for (const { key, value } of resource.attributes)
      if (key === 'service.name') services.add(value.stringValue);
    for (const scope of scopeSpans) spans.push(...scope.spans);
  }
  response.setHeader('content-type', 'application/json').end('{}');
});
afterAll(() => collector.close());

const page = `<!doctype html><html><head><meta charset="utf-8"><title>2023年镇江市政府工作报告</title></head><body><h1>2023年镇江市政府工作报告</h1>
<p>发布日期：2023-01-20</p><p>各位代表：现在，我代表市人民政府向大会报告工作。全市地区生产总值完成5017亿元，增长2.9%。</p></body></html>`;

it('a page is one trace from its fetch to its figures, over three queues', async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
  const system = await openSmallSystem(inject('redisUrl'), (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  try {
    await system.reopen({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    await system.crawl(`${system.origin}/report.html`);
  } finally {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    // Closing sends what is held.
    await system.close();
  }
  expect([...services]).toEqual(['zhibiao']);
  const of = (name: string) => spans.filter((span) => span.name === name);
  const [crawl] = of('process crawl');
  const traces = ['process crawl', 'process parse', 'process store'].map((name) =>
    of(name).map((s) => s.traceId),
  );
  expect(traces).toEqual([[crawl?.traceId], [crawl?.traceId], [crawl?.traceId]]);
  // Each job follows from the one before it, by way of the message.
  const parents = (span: Span | undefined): string[] => {
    const parent = spans.find(({ spanId }) => spanId === span?.parentSpanId);
    return parent ? [parent.name, ...parents(parent)] : [];
  };
  expect(parents(of('process store')[0])).toEqual([
    'add store.store',
    'process parse',
    'add parse.parse',
    'process crawl',
  ]);
});
