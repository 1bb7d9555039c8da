import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsInCode } from '../metrics-in-code.mjs';
import { settingRows } from '../settings-rows.mjs';
import { markdownTable } from './schema-table.ts';

/** Environment variables, from the one table in `packages/shared/src/config.ts`. */
export function settingsReference(): string {
  return `# Settings

Environment variables, read once per process. Where a setting has two names, the first that is set wins.

${markdownTable(['variable', 'default', 'meaning'], settingRows())}
`;
}

/** What \`/metrics\` answers: names and meanings, from its code. */
export function metricsReference(): string {
  const rows = metricsInCode().map(({ name, about }) => [`\`${name}\``, about]);
  return `# Metrics

\`/metrics\` of the console answers in Prometheus' text format, for the whole system. The console's own process metrics
(memory, event loop) begin with \`zhibiao_console_\`. What a service that is away would have told is left out.

${markdownTable(['metric', 'meaning'], rows)}
`;
}

interface ErrorClass {
  readonly name: string;
  readonly base: string;
  readonly about: string;
}

/** Every error class with what becomes of the job, from the sources. @param root the repository's root */
export function errorsReference(root: string): string {
  const classes = new Map(
    sources(root)
      .flatMap(classesIn)
      .map((c) => [c.name, c]),
  );
  const fate = (name: string): string => {
    if (name === 'RetryableError') return 'tried again';
    if (name === 'FinalError') return 'quarantined';
    const base = classes.get(name)?.base;
    return base ? fate(base) : '';
  };
  const rows = [...classes.values()]
    .filter(({ name }) => fate(name) !== '')
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, about }) => [`\`${name}\``, fate(name), about]);
  return `# Error classes

The class of an error decides what becomes of the job: it is tried again with growing pauses, or its input goes to the
quarantine at once, from where \`zhibiao queues retry\` sends it again. An error of no known class is tried again.

${markdownTable(['class', 'the job is', 'meaning'], rows)}
`;
}

const sources = (root: string): string[] =>
  readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join(root, 'packages', name, 'src');
    return readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  });

function classesIn(source: string): ErrorClass[] {
  const pattern =
    /(?:\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\n)?export (?:abstract )?class (\w+Error) extends (\w+)/g;
  return [...source.matchAll(pattern)].map(([, comment = '', name = '', base = '']) => ({
    name,
    base,
    about: comment.replace(/\s*\n?\s*\*?\s+/g, ' ').trim(),
  }));
}
