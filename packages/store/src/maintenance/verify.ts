import { isDeepStrictEqual } from 'node:util';
import {
  Article,
  type BlobKey,
  Extraction,
  getJson,
  type Page,
  present,
  ZhibiaoError,
} from '@zhibiao/shared';
import type { KeptArchive } from '../archive/index.ts';
import { isContentOf } from '../documents/content.ts';
import { effective } from '../documents/head.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { rowsOf, stretchesOf } from '../documents/statements.ts';
import { FigureCheck } from '../figures/keep.ts';
import { textId } from '../search/text.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, VersionRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { UnreadPages } from './unread.ts';

export interface Fault {
  /** what kind of thing is broken */
  kind:
    | 'blob'
    | 'snapshot'
    | 'derived'
    | 'page'
    | 'extraction'
    | 'document'
    | 'version'
    | 'observation'
    | 'figure';
  /** its key or id */
  where: string;
  what: string;
}

export interface VerifyResult {
  checked: Record<Fault['kind'], number>;
  faults: number;
}

export interface VerifyOptions {
  /** called for each fault, as it is found */
  onFault: (fault: Fault) => void;
  /** checks references and rows but does not read every blob again */
  quick?: boolean;
}

/** Checks every hash, every reference and every span of a store and its archive. Reads only. */
export async function verify(
  tables: Tables,
  archive: KeptArchive,
  options: VerifyOptions,
): Promise<VerifyResult> {
  const result: VerifyResult = {
    checked: {
      blob: 0,
      snapshot: 0,
      derived: 0,
      page: 0,
      extraction: 0,
      document: 0,
      version: 0,
      observation: 0,
      figure: 0,
    },
    faults: 0,
  };
  const check = new Verification(tables, archive, (kind, where, what) => {
    result.faults++;
    options.onFault({ kind, where, what });
  });
  const count = (kind: Fault['kind'], more = 1) => {
    result.checked[kind] += more;
  };
  if (!options.quick)
    for await (const key of archive.blobs.keys()) {
      count('blob');
      await check.blob(key);
    }
  for await (const snapshot of archive.index.snapshots()) {
    count('snapshot');
    await check.reference('snapshot', snapshot.key, 'body', snapshot.body);
  }
  for await (const row of archive.index.derivations()) {
    count('derived');
    await check.reference('derived', `${row.stage} ${row.version} ${row.input}`, 'output', row.output);
  }
  const unread = await UnreadPages.of(tables);
  for await (const page of walk(tables.pages)) {
    count('page');
    if (await unread.has(page)) check.unread(page);
    await check.reference('page', page.url, 'article', page.article);
    await check.reference('page', page.url, 'body', page.body);
  }
  for await (const row of walk(tables.extractions)) {
    count('extraction');
    await check.reference('extraction', row.id, 'article', row.article);
    await check.reference('extraction', row.id, 'extraction', row.extraction);
  }
  const figures = new FigureCheck(tables, (kind, where, what) => check.fault(kind, where, what));
  for await (const document of walk(tables.documents)) {
    count('document');
    await check.document(document);
    await figures.document(document);
  }
  for await (const row of walk(tables.figures)) {
    if (row.kinds !== '') count('figure');
    await figures.figure(row);
  }
  figures.end();
  for await (const version of walk(tables.versions)) {
    count('version');
    await check.version(version);
  }
  for await (const { order, document, n, count: observations } of walk(tables.stretches)) {
    count('observation', observations);
    await check.stretch(order, `${document}.${n}`);
  }
  const { page, extraction, snapshot, derived } = result.checked;
  if (page + extraction === 0 && derived > 0) check.emptied(snapshot, derived);
  return result;
}

type Report = (kind: Fault['kind'], where: string, what: string) => void;

class Verification {
  readonly #tables: Tables;
  readonly #archive: KeptArchive;
  readonly #report: Report;
  /** versions found lately: the stretches of one lie together */
  #knownVersions = new Map<string, boolean>();

  constructor(tables: Tables, archive: KeptArchive, report: Report) {
    this.#tables = tables;
    this.#archive = archive;
    this.#report = report;
  }

  get fault(): Report {
    return this.#report;
  }

  unread({ url, article }: Page): void {
    this.#report('page', url, `its article ${article} was never extracted; --repair sends it again`);
  }

  /** A store that was lost or mistaken for another looks as sound as one that is new. */
  emptied(snapshots: number, derived: number): void {
    const what = `it knows no page, and the archive beside it holds ${snapshots} snapshots and ${derived} results`;
    this.#report('page', this.#tables.name, `${what}: is it the right store? Restore it from a backup`);
  }

  async blob(key: BlobKey): Promise<void> {
    await this.#read('blob', key, () => this.#archive.get(key));
  }

  async reference(kind: Fault['kind'], where: string, what: string, key: BlobKey | null): Promise<void> {
    if (key !== null && !(await this.#archive.has(key)))
      this.#report(kind, where, `its ${what} ${key} is not in the archive`);
  }

  /** Every pointer leads to a version, and queries find the rows of the one that readers see. */
  async document(document: DocumentRow): Promise<void> {
    const pointers = [document.head, ...document.shadows, ...document.moves].flatMap(
      (pointer) => pointer?.n ?? [],
    );
    const numbers = [...new Set(pointers)];
    const versions = await this.#tables.versions.getMany(numbers.map((n) => `${document.id}.${n}`));
    for (const n of numbers)
      if (!versions.some((version) => version.n === n))
        this.#report('document', document.id, `version ${n} is missing`);
    const last = document.moves.at(-1);
    if (last?.n !== document.head?.n)
      this.#report('document', document.id, 'its head is not the last of its moves');
    const head = effective(document, await promotionsOf(this.#tables, [document]));
    if (!head || head.retired) return;
    const version = versions.find(({ n }) => n === head.n);
    if (version && !(await this.#tables.texts.get(textId(version))))
      this.#report(
        'document',
        document.id,
        'search does not find its text; `zhibiao store index-texts` makes it do so',
      );
    const id = { eq: `${document.id}.${head.n}` };
    if (await this.#tables.versions.count({ id, current: { eq: false } }))
      this.#report('document', document.id, `its version ${head.n} is not marked as current`);
  }

  async version(version: VersionRow): Promise<void> {
    const { id, document, n } = version;
    if (!(await this.#tables.documents.get(document))) this.#report('version', id, 'its document is missing');
    const article = await this.#json('version', id, version.article, Article);
    const extraction = await this.#json('version', id, version.extraction, Extraction);
    const report = extraction?.reports.find(({ ordinal }) => ordinal === version.ordinal);
    if (extraction && (!report || !isContentOf(report, version.content)))
      this.#report('version', id, `its content is not that of ${version.extraction}`);
    const statements = await this.#tables.statements.get(id);
    const rows = statements ? rowsOf(version, statements) : [];
    if (rows.length !== version.count)
      this.#report('version', id, `it states ${rows.length} observations of ${version.count}`);
    const stretches = await this.#tables.stretches.find({ document: { eq: document }, n: { eq: n } });
    const wanted = stretchesOf(
      version,
      rows.map(({ observation }) => observation),
    );
    const found = new Map(stretches.map((stretch) => [stretch.order, stretch]));
    for (const stretch of wanted)
      if (!isDeepStrictEqual(found.get(stretch.order), stretch))
        this.#report('observation', stretch.order, 'what it says is not found by it');
    for (const { key, observation } of article ? rows : []) {
      const { span, sentence, quote } = observation;
      if (present(article, 'the article').text.slice(span.start, span.end) !== quote)
        this.#report('observation', key, 'its span is not its quote');
      if (present(article, 'the article').text.slice(sentence.start, sentence.end) !== sentence.text)
        this.#report('observation', key, 'its sentence is not in the text');
    }
  }

  async stretch(key: string, version: string): Promise<void> {
    let known = this.#knownVersions.get(version);
    if (known === undefined) {
      known = (await this.#tables.versions.get(version)) !== null;
      if (this.#knownVersions.size > 10_000) this.#knownVersions = new Map();
      this.#knownVersions.set(version, known);
    }
    if (!known) this.#report('observation', key, `its version ${version} is missing`);
  }

  async #json<T>(
    kind: Fault['kind'],
    where: string,
    key: BlobKey,
    schema: { parse: (value: unknown) => T },
  ): Promise<T | null> {
    return this.#read(kind, where, async () => schema.parse(await getJson(this.#archive, key)));
  }

  /** What stands in the way of the check itself (a lost connection) is thrown; what is broken is reported. */
  async #read<T>(kind: Fault['kind'], where: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ZhibiaoError && error.retryable) throw error;
      this.#report(kind, where, error instanceof Error ? error.message : String(error));
      return null;
    }
  }
}
