import type { Config } from '@zhibiao/shared';
import type { Telemetry } from 'bullmq';

/** Traces of this process: a crawl's job, and those that follow from it, are spans of one trace. */
export interface Tracing {
  readonly telemetry: Telemetry;
  /** Sends what is held and ends. It never fails. */
  close(): Promise<void>;
}

/**
 * OpenTelemetry over OTLP/HTTP (BullMQ's own spans; the context travels in the job), where an address is set; nothing of it
 * is loaded otherwise. Headers, sampling and the like are read from OpenTelemetry's own variables.
 */
export async function openTracing({ otlpEndpoint }: Config): Promise<Tracing | null> {
  if (otlpEndpoint === undefined) return null;
  const [{ BullMQOtel }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('bullmq-otel'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = resources;
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'zhibiao' }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return {
    telemetry: new BullMQOtel({ tracerName: 'zhibiao' }),
    close: () => provider.shutdown().catch(() => {}),
  };
}
