import { StoreBusyError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Contribution, DocumentRow, FigureRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { fieldsOf, settleFigure } from './contribute.ts';
import { follow } from './follow.ts';
import { giversOf, missingGivers } from './givers.ts';
import { changesOf, givenBy, simhashOfPages, syncFigures } from './sync.ts';

const TRIES = 100;

/**
 * Has the figures take a document's word once more, after `work` has changed what people said of it.
 * @param also figures that it speaks of until then
 */
export async function sayAgain(tables: Tables, id: string, at: number, also: string[]): Promise<void> {
  await touch(tables, id, at, also);
  await syncFigures(tables, id);
}

/** Says in the document's row that the figures have to hear it again. */
export async function touch(tables: Tables, id: string, at: number, also: string[] = []): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const document = await tables.documents.get(id);
    if (!document) return;
    const next = follow(document, { ...document, rev: document.rev + 1 }, { at, also });
    if (await tables.documents.replace(document.rev, next)) return;
  }
  throw new StoreBusyError(`Others kept changing document ${id}.`, id);
}

/**
 * Makes all figures anew from the observations, while others write and read: every document says its words again, then
 * whatever no document has
 * said is taken out. Killed anywhere, it is finished by calling it again.
 * @param progress is told how many documents have been read
 * @returns how many documents were read and how many figures there are
 */
export async function rebuildFigures(
  tables: Tables,
  progress: (documents: number) => void = () => {},
): Promise<{ documents: number; figures: number }> {
  const revisions = new Map<string, number>();
  for await (const { id, movedAt } of walk(tables.documents)) {
    await tables.together(async () => {
      await touch(tables, id, movedAt ?? 0);
      const touched = await tables.documents.get(id);
      revisions.set(id, touched?.rev ?? 0);
      await syncFigures(tables, id, { anew: true });
    });
    progress(revisions.size);
  }
  let figures = 0;
  for await (const row of walk(tables.figures)) {
    const kept = row.documents.filter(({ document, rev, now }) => {
      const since = revisions.get(document);
      return since === undefined ? true : now !== null && rev >= since;
    });
    if (kept.length > 0 && row.kinds !== '') figures++;
    if (kept.length === row.documents.length) continue;
    const next = { ...row, rev: row.rev + 1, documents: kept };
    Object.assign(next, fieldsOf(next, settleFigure(next)));
    // One that somebody has changed meanwhile is right.
    await tables.figures.swap([{ rev: row.rev, row: next }]);
  }
  return { documents: revisions.size, figures };
}

/**
 * Makes the figures of documents that have none: those of a store of a release without figures. Killed anywhere, the next opening goes on.
 * @param progress is told how many documents are done
 */
export async function makeMissingFigures(
  tables: Tables,
  progress: (documents: number) => void,
): Promise<void> {
  let done = 0;
  for await (const { id, head, shadows, movedAt } of walk(tables.documents, {
    'figures.done': { eq: null },
  })) {
    // A document that has not been read yet has none to make.
    if (head === null && shadows.length === 0) continue;
    await tables.together(async () => {
      await touch(tables, id, movedAt ?? 0);
      await syncFigures(tables, id);
    });
    progress(++done);
  }
}

export type FigureFault = (kind: 'figure', where: string, what: string) => void;

/** Compares the figures with what the documents say. Documents that are being written to meanwhile are left out. */
export class FigureCheck {
  readonly #tables: Tables;
  readonly #report: FigureFault;
  #said = 0;
  #skipped = false;

  constructor(tables: Tables, report: FigureFault) {
    this.#tables = tables;
    this.#report = report;
  }

  /** Every word of a document is in its figure. */
  async document(document: DocumentRow): Promise<void> {
    if (!document.figures?.done) {
      this.#skipped = true;
      this.#report(
        'figure',
        document.id,
        'the figures do not follow this document; run `zhibiao store rebuild-figures`',
      );
      return;
    }
    const changes = await changesOf(this.#tables, document);
    for (const { id } of await missingGivers(this.#tables, giversOf(changes.map(givenBy))))
      this.#report('figure', document.id, `nothing leads from ${id.replace('\n', ' in ')} to its figures`);
    const ids = changes.map(({ name }) => name.id);
    const rows = new Map((await this.#tables.figures.getMany(ids)).map((row) => [row.id, row]));
    for (const { name, contribution } of changes) {
      if (speaks(contribution)) this.#said++;
      const found = rows.get(name.id)?.documents.find((other) => other.document === document.id);
      if (!same(found, contribution))
        this.#report('figure', name.id, `it does not say what document ${document.id} says`);
    }
  }

  #found = 0;

  /** What is found of a figure by its fields is what its documents say. */
  async figure(row: FigureRow): Promise<void> {
    this.#found += row.documents.filter(speaks).length;
    const pages = new Set(row.documents.flatMap(({ now }) => now?.page ?? []));
    const settled = settleFigure(row, undefined, await simhashOfPages(this.#tables, pages));
    const { kinds, verdict, dispute, chosen } = row;
    if (JSON.stringify(fieldsOf(row, settled)) !== JSON.stringify({ kinds, verdict, dispute, chosen }))
      this.#report('figure', row.id, 'its fields are not those of its values');
  }

  end(): void {
    if (!this.#skipped && this.#found !== this.#said)
      this.#report('figure', '', `figures hold ${this.#found} words of documents that say ${this.#said}`);
  }
}

const speaks = ({ now, later }: Contribution): boolean => now !== null || later !== undefined;

const same = (a: Contribution | undefined, b: Contribution): boolean =>
  JSON.stringify([a?.now ?? null, a?.later ?? null]) === JSON.stringify([b.now, b.later ?? null]);
