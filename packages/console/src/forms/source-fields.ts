import { readSource } from '@zhibiao/runtime/read-source';
import { type Source, UsageError } from '@zhibiao/shared';
import type { Posted } from './posted.ts';

/** The fields of the form as they are filled in for a source. */
export function sourceFields(source: Source): Readonly<Record<string, string>> {
  const { politeness } = source;
  return {
    id: source.id,
    name: source.name,
    start: source.start.join('\n'),
    family: source.family ?? '',
    title: source.title ?? '',
    include: source.include.join('\n'),
    exclude: source.exclude.join('\n'),
    cron: source.cron ?? '',
    maxDepth: String(source.maxDepth),
    maxPages: String(source.maxPages),
    delayMs: String(politeness.delayMs),
    concurrency: String(politeness.concurrency),
    window: politeness.window?.join('-') ?? '',
  };
}

/**
 * Reads a source out of the form. What the form does not show (private hosts, limits, sitemaps) stays as `known` has
 * it: none of it can be set
 * from a browser.
 * @throws UsageError that names the faulty field
 */
export function readSourceForm(posted: Posted, known: Source | null): Source {
  const window = posted.text('window');
  const hours = /^(\d{1,2})\s*[-–,]\s*(\d{1,2})$/.exec(window);
  if (window !== '' && !hours) throw new UsageError(`window: ${window} is not like 22-6.`, 'window');
  const { window: _, ...politeness } = known?.politeness ?? { window: undefined };
  const optional = (name: string) => ({ [name]: posted.text(name) || undefined });
  return readSource({
    ...(known ?? {}),
    id: known?.id ?? posted.text('id'),
    name: posted.text('name'),
    start: posted.list('start'),
    include: posted.list('include'),
    exclude: posted.list('exclude'),
    ...optional('family'),
    ...optional('title'),
    ...optional('cron'),
    ...whole(posted, 'maxDepth'),
    ...whole(posted, 'maxPages'),
    politeness: {
      ...politeness,
      ...whole(posted, 'delayMs'),
      ...whole(posted, 'concurrency'),
      ...(hours ? { window: [Number(hours[1]), Number(hours[2])] } : {}),
    },
  });
}

function whole(posted: Posted, name: string): Record<string, number> {
  const number = posted.number(name);
  return number === null ? {} : { [name]: number };
}
