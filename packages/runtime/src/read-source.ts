import { SourceDefinition } from '@zhibiao/crawler/sources';
import { type Source, UsageError } from '@zhibiao/shared';

/**
 * @param fields of a source as its file would have them; what the store keeps of it is left aside
 * @param where what a fault is named with: a file and line, or nothing
 * @throws UsageError that names the first faulty field as its input, and all of them in its message
 */
export function readSource(fields: object, where = ''): Source {
  const { paused: _paused, edited: _edited, ...given } = fields as Partial<Source>;
  const read = SourceDefinition.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    ({ path, message }) => `${where && `${where}: `}${path.join('.')}: ${message}`,
  );
  throw new UsageError(faults.join('\n'), where || String(read.error.issues[0]?.path[0] ?? 'source'));
}
