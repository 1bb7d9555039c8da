import type { Commit, CommitResult } from '../document-store.ts';
import { StoreBusyError } from '../errors.ts';
import { textId } from '../search/text.ts';
import type { Job, Tables } from '../tables/definitions.ts';
import { checkCommit } from './check.ts';
import { commit } from './commit.ts';
import { removeGone } from './gone.ts';
import { Group } from './group.ts';
import { documentId } from './identity.ts';
import { settleDocument } from './move.ts';
import { KnownNames } from './names.ts';

/** How many messages are committed together, and how long the first waits for others, milliseconds. */
const MOST = 16;
const WAIT_MS = 3;
/** Observations of one transaction: more would keep others waiting, and MongoDB takes some thousand rows in one. */
const HEAVIEST = 4_000;

/**
 * @returns the store's `commit`. What waits together is written in one transaction, where the database has them, and
 * acknowledged after it. A message
 * that fails does so alone: what must not be stored is refused before it joins others, and what fails later is taken back
 */
export function committer(tables: Tables, clock: () => number): (input: Commit) => Promise<CommitResult> {
  const { atOnce } = tables;
  const names = new KnownNames();
  if (!atOnce)
    return async (input) => {
      const contents = checkCommit(input);
      const result = await tables.together(() => commit(tables, input, { contents, names, clock }));
      names.remember(input.extraction.reports);
      return result;
    };
  const group = new Group<Checked, CommitResult>({
    most: MOST,
    waitMs: WAIT_MS,
    weigh: ({ input }) =>
      input.extraction.reports.reduce((sum, { observations }) => sum + observations.length, 0),
    heaviest: HEAVIEST,
    run: (all) =>
      atOnce(
        all.map(({ input, contents }) => ({
          key: input.page,
          reads: readsOf(input),
          work: (within) => commit(within, input, { contents, names, clock }),
        })),
      ),
  });
  return async (input) => {
    const checked = { input, contents: checkCommit(input) };
    const result = await group.add(checked).catch(async (error: unknown) => {
      if (error instanceof StoreBusyError)
        for (const { ordinal } of input.extraction.reports)
          await removeGone(tables, documentId(input.page, ordinal));
      throw error;
    });
    names.remember(input.extraction.reports);
    if (input.shadow) await settleDecided(tables, input.run, result);
    return result;
  };
}

interface Checked {
  input: Commit;
  contents: ReturnType<typeof checkCommit>;
}

function readsOf({ page, articleKey, extraction }: Commit): Job<unknown>['reads'] {
  const named = extraction.reports.map((report) => ({
    document: documentId(page, report.ordinal),
    article: articleKey,
    report,
  }));
  return { documents: named.map(({ document }) => document), texts: named.map(textId) };
}

/** A run that was decided during the transaction has not found its documents: nobody saw them yet. */
async function settleDecided(
  tables: Tables,
  run: string,
  { documents, retired }: CommitResult,
): Promise<void> {
  if (!(await tables.promotions.get(run))) return;
  const ids = new Set([...documents.map(({ document }) => document), ...retired]);
  for (const id of ids) await settleDocument(tables, id);
}
