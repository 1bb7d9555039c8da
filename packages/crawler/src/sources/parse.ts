import type { Source } from '@zhibiao/shared';
import { present, UsageError } from '@zhibiao/shared';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { SourceDefinition } from './definition.ts';

/** Far more than any list of start addresses needs. */
const maxCharacters = 256 * 1024;
/** A file that is no YAML at all has a fault in every line. */
const maxFaults = 20;

/**
 * Reads one source definition.
 * @param file its name, for messages
 * @throws UsageError with one line per fault: file, line, field, what is wrong
 */
export function parseSource(yaml: string, file: string): Source {
  if (yaml.length > maxCharacters)
    throw new UsageError(
      `${file}:1: the file has ${yaml.length} characters; ${maxCharacters} are the most. Split the source.`,
      file,
    );
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'error' });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const refuse = (faults: readonly string[]): never => {
    const more = faults.length > maxFaults ? [`${file}: and ${faults.length - maxFaults} more.`] : [];
    throw new UsageError([...faults.slice(0, maxFaults), ...more].join('\n'), file);
  };
  // Before the errors: an alias is the reason of the errors behind it.
  const aliases = aliasesOf(document);
  if (aliases.length > 0) refuse(aliases.map(({ at, why }) => `${file}:${lineAt(at)}: ${why}`));
  if (document.errors.length > 0)
    refuse(document.errors.map((e) => `${file}:${lineAt(e.pos[0])}: ${firstLine(e.message)}`));
  if (document.contents !== null && !isMap(document.contents))
    refuse([
      `${file}:1: a source file describes one source by its fields (id: …, start: …). Write each source into a file of its own.`,
    ]);
  const result = SourceDefinition.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  return refuse(
    result.error.issues.map((issue) => {
      const field = issue.path.length ? `${issue.path.join('.')}: ` : '';
      return `${file}:${lineAt(offsetOf(document, issue))}: ${field}${issue.message}`;
    }),
  );
}

/**
 * A value that begins with * is an alias in YAML. No source needs one, and aliases of aliases swell a small file, so
 * all are refused.
 */
function aliasesOf(document: Document): { at: number; why: string }[] {
  const found: { at: number; why: string }[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      found.push({
        at: range?.[0] ?? 0,
        why: `*${source} is an alias in YAML, and sources have none. Put a value that begins with * in quotes.`,
      });
    },
  });
  return found;
}

const firstLine = (text: string) =>
  present(text.split('\n')[0], 'the first of split').replace(/ at line \d[\s\S]*/, '');

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
