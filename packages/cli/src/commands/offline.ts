import { createProgress } from '@zhibiao/runtime/progress';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { type Config, UsageError } from '@zhibiao/shared';
import { columns, csvHead, csvRow, type ExportedRow } from '@zhibiao/store/exports';
import type { Command } from 'commander';
import type { OfflineResult } from '../offline/task.ts';
import { JsonList } from '../output/json-list.ts';
import { observationHead, observationRow } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';

type Ok = Extract<OfflineResult, { articles: unknown }>;

/** Writes results one after the other, so that thousands of files need not fit in memory. */
interface Writer {
  write(result: Ok): void;
  end(): void;
}

/** `clean` and `extract`: files in, data on standard output; no server needed. */
export function offlineCommands(program: Command, config: () => Config, terminal: Terminal): void {
  program
    .command('clean')
    .argument('<file...>', 'files; - is standard input')
    .option('--url <url>', 'address the page was saved from')
    .option('--format <format>', 'json, jsonl or text', 'json')
    .action((files: string[], options: { url?: string; format: string }) =>
      work('clean', files, options, cleanWriters, config(), terminal),
    );
  program
    .command('extract')
    .argument('<file...>', 'files; - is standard input')
    .option('--url <url>', 'address the page was saved from')
    .option('--format <format>', 'json, jsonl, csv or table', terminal.isTTY ? 'table' : 'json')
    .option('--explain', 'say of each observation which rules fired and what words they took')
    .action((files: string[], options: { url?: string; format: string; explain?: boolean }) =>
      work(
        'extract',
        files,
        options,
        options.explain ? { ...extractWriters, table: explaining } : extractWriters,
        config(),
        terminal,
      ),
    );
}

type OpenWriter = (terminal: Terminal) => Writer;

async function work(
  stage: 'clean' | 'extract',
  files: readonly string[],
  options: { url?: string; format: string; explain?: boolean },
  writers: Readonly<Record<string, OpenWriter>>,
  config: Config,
  terminal: Terminal,
): Promise<void> {
  const open = Object.hasOwn(writers, options.format) ? writers[options.format] : undefined;
  if (!open)
    throw new UsageError(
      `--format takes ${Object.keys(writers).join(', ')}; not ${options.format}.`,
      '--format',
    );
  const { url, explain } = options;
  const { lexiconDir } = config;
  // A lexicon that cannot be read concerns the command, not each of its files.
  if (stage === 'extract' && lexiconDir) (await import('@zhibiao/parser')).loadLexicon(lexiconDir);
  const writer = open(terminal);
  const { runOffline } = await import('../offline/run.ts');
  for await (const result of runOffline(
    files,
    { stage, url, lexiconDir, explain },
    createProgress(process.stderr),
  )) {
    if ('failure' in result) terminal.fail(`${result.file}: ${result.failure}`);
    else writer.write(result);
  }
  writer.end();
}

const foundIn = (result: Ok) =>
  result.reports.flatMap((report) =>
    report.observations.map((observation) => ({ observation, year: report.year, from: result.file })),
  );

/** What a file says as a row of an export: what only a store knows is empty. */
const exportedFrom = (result: Ok): ExportedRow[] =>
  result.reports.flatMap(({ observations, ...report }) =>
    observations.map((observation) => ({
      status: null,
      row: {
        observation,
        page: report.url ?? result.file,
        report: {
          title: report.title,
          ordinal: report.ordinal,
          year: report.year,
          adcode: report.region?.adcode ?? null,
          region: report.region?.name ?? null,
        },
      },
      genre: report.genre ?? null,
      figure: null,
    })),
  );

/** A writer that prints each of a result's items at once. */
function eachOf<T>(
  items: (result: Ok) => readonly T[],
  wording: (item: T) => string,
  forPeople = false,
): OpenWriter {
  return (terminal) => ({
    write(result) {
      // Into a file or a pipe the text goes as it is; on a screen it must not be obeyed.
      const write = forPeople && terminal.isTTY ? terminal.print : terminal.out;
      for (const item of items(result)) write(wording(item));
    },
    end() {},
  });
}

/** A writer of one JSON object that holds a list. */
function listOf<T>(name: string, items: (result: Ok) => readonly T[]): OpenWriter {
  return (terminal) => {
    const list = new JsonList(name, terminal.out);
    return {
      write(result) {
        for (const item of items(result)) list.add(item);
      },
      end: () => list.end(),
    };
  };
}

const line = (item: unknown) => `${JSON.stringify(item)}\n`;

const cleanWriters: Record<string, OpenWriter> = {
  json: listOf('articles', (r) => r.articles),
  jsonl: eachOf((r) => r.articles, line),
  text: eachOf(
    (r) => r.articles,
    (a) => `${a.title ? `${a.title}\n\n` : ''}${a.text}\n`,
    true,
  ),
};

/** Each observation as a line, its steps below. */
const explaining: OpenWriter = eachOf(foundIn, ({ observation }) => {
  const { indicator, quote, sentence, explain = [] } = observation;
  const steps = explain.map(({ rule, took }) => `  ${rule.padEnd(24)}  ${took}`);
  return [`${indicator.name}  ${quote}  ${sentence.text.trim()}`, ...steps, '', ''].join('\n');
});

const extractWriters: Record<string, OpenWriter> = {
  json: listOf('documents', (r) => r.reports),
  jsonl: eachOf((r) => r.reports, line),
  csv(terminal) {
    terminal.out(csvHead(columns));
    return eachOf(exportedFrom, (row) => csvRow(columns, row))(terminal);
  },
  table(terminal) {
    const rows: string[][] = [[...observationHead]];
    return {
      write: (r) => void rows.push(...foundIn(r).map(observationRow)),
      end: () => terminal.print(`${textTable(rows)}\n`),
    };
  },
};
