import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import type { DocumentDetail, DocumentStore, TextCopy, VersionName } from '@zhibiao/store';
import { diffText } from '../output/diff-text.ts';
import { localTime } from '../output/local-time.ts';
import { observationHead, observationRow } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { commonFilters, documentQuery, type Filters, formats, number, time } from './filters.ts';

export const documentCommands: Commands = (program, config, terminal) => {
  const documents = program.command('documents');
  const json = (value: unknown) => terminal.out(`${JSON.stringify(value)}\n`);

  commonFilters(documents.command('list'))
    .addOption(formats('table', 'json'))
    .action((options: Filters & { format: string }) =>
      withStores(config(), async ({ store }) => {
        const { rows, next } = await store.documents(documentQuery(options));
        if (options.format === 'json') return json({ documents: rows, next });
        const head = ['id', 'region', 'year', 'observations', 'version', 'source', 'flags', 'page'];
        const cells = rows.map((v) => [
          v.document,
          v.report.region?.name ?? '-',
          String(v.report.year ?? '-'),
          String(v.count),
          String(v.n),
          v.source ?? '-',
          v.report.flags.join(' '),
          v.page,
        ]);
        terminal.print(`${textTable([head, ...cells], 60)}\n`);
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );

  documents
    .command('show')
    .argument('<id>')
    .option('--as-of <date>', 'what readers saw then')
    .option('--version <n>')
    .addOption(formats('table', 'json'))
    .action((id: string, options: { asOf?: string; version?: string; format: string }) =>
      withStores(config(), async ({ store }) => {
        const at = { asOf: time('--as-of', options.asOf), n: number('--version', options.version) };
        const detail = await store.document(id, at);
        if (!detail) throw new UsageError(await whyNot(store, id, at.asOf), id);
        if (options.format === 'json') return json(detail);
        terminal.print(`${headOf(detail)}\n\n`);
        const found = detail.observations.map(({ observation, report }) => ({
          observation,
          year: report.year,
          from: '',
        }));
        terminal.print(`${textTable([[...observationHead], ...found.map(observationRow)])}\n`);
      }),
    );

  documents
    .command('history')
    .argument('<id>')
    .addOption(formats('table', 'json'))
    .action((id: string, options: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const history = await store.history(id);
        if (options.format === 'json') return json({ history });
        const rows = history.map((h) => [
          String(h.n),
          localTime(h.at),
          h.cause,
          h.by ?? '-',
          String(h.version.count),
          h.parser,
          h.run,
        ]);
        terminal.print(
          `${textTable([['version', 'seen from', 'cause', 'by', 'observations', 'parser', 'run'], ...rows])}\n`,
        );
      }),
    );

  commonFilters(documents.command('copies'))
    .description('the pages with the same text as a document; without ID: the copies among the documents')
    .argument('[id]')
    .addOption(formats('table', 'json'))
    .action((id: string | undefined, options: Filters & { format: string }) =>
      withStores(config(), async ({ store, archive }) => {
        if (id !== undefined) {
          const detail = await store.document(id);
          if (!detail) throw new UsageError(`There is no document ${id}. \`documents list\` shows them.`, id);
          const copies = await store.copiesOf(detail.version.page, archive);
          if (options.format === 'json') return json({ copies });
          terminal.say(`${detail.version.page}: the same text at ${copies.length} other addresses`);
          if (copies.length > 0) terminal.print(`${textTable([copyHead, ...copies.map(copyRow)], 70)}\n`);
          return;
        }
        const { rows, next } = await store.documents({
          ...documentQuery(options),
          limit: number('--limit', options.limit) ?? 1_000,
        });
        const pages = rows.map((version) => version.page);
        const clusters = await store.clustersOf(pages, archive);
        if (options.format === 'json') return json({ clusters, next });
        const cells = clusters.flatMap((copies, i) =>
          copies.map((copy) => [String(i + 1), ...copyRow(copy)]),
        );
        if (cells.length > 0) terminal.print(`${textTable([['text', ...copyHead], ...cells], 70)}\n`);
        terminal.say(`${clusters.length} texts at several addresses among ${new Set(pages).size} pages`);
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );

  documents
    .command('diff')
    .description('two versions of a document, or (as ID.N) of two documents: text and observations')
    .argument('<id>', 'a document, or a version ID.N')
    .argument('<before>', 'version number, or the other version ID.N')
    .argument('[after]', 'version number')
    .addOption(formats('text', 'json'))
    .action((id: string, before: string, after: string | undefined, options: { format: string }) =>
      withStores(config(), async ({ store, archive }) => {
        const [a, b] = after === undefined ? [id, before] : [`${id}.${before}`, `${id}.${after}`];
        const diff = await store.diff(versionName(a), versionName(b), archive);
        if (options.format === 'json') json(diff);
        else terminal.print(`${diffText(diff)}\n`);
      }),
    );
};

async function whyNot(store: DocumentStore, id: string, asOf: number | undefined): Promise<string> {
  if (!(await store.document(id))) return `There is no document ${id}. \`documents list\` shows them.`;
  const [first] = await store.history(id);
  if (asOf !== undefined && first)
    return `Nobody could see ${id} then: its first version came ${localTime(first.at)}.`;
  return `Document ${id} has no such version. \`documents history ${id}\` shows them.`;
}

const copyHead = ['document', 'source', 'published', 'bits apart', 'title', 'address'];

const copyRow = (copy: TextCopy): string[] => [
  copy.documents[0] ?? '-',
  copy.source ?? '-',
  copy.publishedAt?.slice(0, 10) ?? '-',
  String(copy.distance),
  copy.title ?? '-',
  `${copy.address}${copy.deletedAt === null ? '' : ` (gone since ${localTime(copy.deletedAt)})`}`,
];

/** @throws UsageError unless it is `ID.N` */
function versionName(text: string): VersionName {
  const [, document, n] = /^(.+)\.(\d+)$/.exec(text) ?? [];
  if (document && n) return { document, n: Number(n) };
  throw new UsageError(
    `${text} names no version: write the document's id, a dot and the version's number.`,
    text,
  );
}

function headOf({ version: v, isHead, retired }: DocumentDetail): string {
  const state = retired ? 'retired' : isHead ? 'current' : 'not current';
  return [
    `${v.report.title || '(no title)'}`,
    `${v.report.region?.name ?? 'no region'} ${v.report.year ?? ''}  version ${v.n} (${state}, ${v.cause})`,
    `${v.page}  snapshot ${localTime(v.time)}  parser ${v.parser}`,
    ...(v.report.flags.length > 0 ? [`flags: ${v.report.flags.join(' ')}`] : []),
  ].join('\n');
}
