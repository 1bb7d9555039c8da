import type { Source } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SourceDefinition } from './definition.ts';

/**
 * Reads one source definition.
 * @param file its name, for messages
 * @throws UsageError with one line per fault: file, line, field, what is wrong
 */
export function parseSource(yaml: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      (e) => `${file}:${lines.linePos(e.pos[0]).line}: ${firstLine(e.message)}`,
    );
    throw new UsageError(faults.join('\n'), file);
  }
  const result = SourceDefinition.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const line = lines.linePos(offsetOf(document, issue)).line;
    return `${file}:${line}: ${issue.path.length ? `${issue.path.join('.')}: ` : ''}${issue.message}`;
  });
  throw new UsageError(faults.join('\n'), file);
}

const firstLine = (text: string) => text.split('\n')[0]!.replace(/ at line \d+.*$/, '');

/** Where in the file an issue stands: the unknown key itself, the faulty value, or the nearest thing around it. */
function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  const path = issue.path.filter((p) => typeof p !== 'symbol');
  const around = path.length ? document.getIn(path, true) : document.contents;
  if (issue.code === 'unrecognized_keys' && isMap(around)) {
    const pair = around.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value)));
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
