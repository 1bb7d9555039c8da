import { createHash } from 'node:crypto';
import { present } from '@zhibiao/shared';
import type { Commit, CommitResult } from '../document-store.ts';
import { StoreBusyError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, ExtractionRow } from '../tables/rows.ts';
import type { Content } from './content.ts';
import { effective, isAfter } from './head.ts';
import { documentId } from './identity.ts';
import { addShadow, moveHead, openDocument } from './move.ts';
import type { KnownNames } from './names.ts';
import { promotionsOf } from './promotions.ts';
import { pointerTo, retireVanished } from './retire.ts';
import { writeVersion } from './version.ts';

const TRIES = 50;

/**
 * The store's one way in, for what `checkCommit` has found fit. Order of writes: the extraction's place among those of
 * its page, then for each report its version, the version's
 * observations and the head by compare-and-set; reports that the page no longer holds are retired last. Every step finds what an
 * earlier try has done, so a crash between any two is healed by running the whole again.
 */
export async function commit(
  tables: Tables,
  input: Commit,
  { contents, names, clock }: { contents: readonly Content[]; names: KnownNames; clock: () => number },
): Promise<CommitResult> {
  const decided = input.shadow ? await tables.promotions.get(input.run) : null;
  if (decided?.state === 'dropped') return { documents: [], retired: [] };
  const message = decided ? { ...input, shadow: false } : input;
  const extraction = await register(tables, message, clock());
  const result: CommitResult = { documents: [], retired: [] };
  for (const [i, report] of message.extraction.reports.entries()) {
    const id = documentId(message.page, report.ordinal);
    const pointer = pointerTo(extraction, 0, false);
    const { document, made } = await openDocument(tables, {
      id,
      page: message.page,
      ordinal: report.ordinal,
      source: message.source,
    });
    const head = effective(document, await promotionsOf(tables, [document]));
    const candidate = !message.shadow && isAfter(pointer, head);
    const content = present(contents[i], 'contents at i');
    const writing = { input: message, extraction, document, made, content, names, candidate, now: clock() };
    const { version, created, stated } = await writeVersion(tables, report, writing);
    const full = { ...pointer, n: version.n };
    const markedAt = candidate && settled(document) ? document.rev : undefined;
    const moved = message.shadow
      ? false
      : await moveHead(tables, id, full, { at: clock(), version, markedAt, stated });
    if (message.shadow) await addShadow(tables, id, full, clock);
    result.documents.push({ document: id, n: version.n, cause: version.cause, created, moved });
  }
  result.retired = await retireVanished(tables, message.page, message.shadow ? message.run : null, clock);
  return result;
}

/** Without shadows to fold in, a move can lead to this message's version only. */
const settled = (document: DocumentRow) => document.shadows.length === 0;

/** Finds or takes the extraction's place among those of its page. */
async function register(tables: Tables, input: Commit, now: number): Promise<ExtractionRow> {
  const time = await snapshotTime(tables, input, now);
  const identity = [input.page, input.articleKey, input.extractionKey, time, input.shadow ? input.run : ''];
  const id = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  for (let tries = 0; tries < TRIES; tries++) {
    const all = await tables.extractions.find({ page: { eq: input.page } }, { by: 'rank' });
    const existing = all.find((row) => row.id === id);
    if (existing) return existing;
    const row: ExtractionRow = {
      id,
      page: input.page,
      rank: (all.at(-1)?.rank ?? 0) + 1,
      article: input.articleKey,
      extraction: input.extractionKey,
      parser: input.extraction.parser,
      cleaner: input.cleaner ?? 'unknown',
      snapshots: [...(input.snapshots ?? [])],
      time,
      run: input.run,
      shadow: input.shadow,
      source: input.source,
      ordinals: input.extraction.reports.map((report) => report.ordinal),
      at: now,
    };
    if (await tables.extractions.insert([row])) return row;
  }
  throw new StoreBusyError(`Others kept adding extractions to ${input.page}.`, input.page);
}

async function snapshotTime(tables: Tables, input: Commit, now: number): Promise<number> {
  if (input.time !== undefined) return input.time;
  const page = await tables.pages.get(input.page);
  if (page?.article === input.articleKey && page.fetchedAt !== null) return page.fetchedAt;
  const known = await tables.extractions.find({
    page: { eq: input.page },
    article: { eq: input.articleKey },
  });
  return known.length ? Math.max(...known.map((row) => row.time)) : now;
}
