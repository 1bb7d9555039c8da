import type { Archive, PageBook, Source } from '@zhibiao/shared';
import type { Ocr, readFile } from '../attachments/index.ts';
import type { Fetched, FetchRequest } from '../fetch/index.ts';
import type { HostGate, Robots } from '../politeness/index.ts';
import type { UrlBudget } from './budget.ts';
import type { PartClaims } from './part-claims.ts';
import type { ShellMemory } from './shell-memory.ts';
import type { HostSlots } from './slots.ts';

/** One request, for those who count. */
interface FetchedNote {
  readonly run: string;
  /** null for pages crawled by address */
  readonly source: string | null;
  /** the one that was asked first */
  readonly host: string;
  /** null where no server answered */
  readonly status: number | null;
  /** name of the error's class; null where the answer was what had been asked for */
  readonly error: string | null;
  /** milliseconds */
  readonly ms: number;
  readonly bytes: number;
}

/** What the crawl worker is made of; nothing in it is global. */
export interface CrawlDeps {
  readonly archive: Archive;
  readonly pages: PageBook;
  /**
   * Starts the run that a schedule asks for, the same one each time that it is asked for the same time.
   * @param at when the schedule asked for it, milliseconds since the epoch
   */
  startScheduled(source: Source, at: number, signal: AbortSignal): Promise<void>;
  /** @returns the source as the store has it, null for a page that belongs to none */
  source(id: string): Promise<Source | null>;
  readonly fetcher: { fetch(request: FetchRequest): Promise<Fetched> };
  /** starts a browser when first called. @throws NoBrowserError */
  render(request: FetchRequest): Promise<Fetched>;
  readonly gate: HostGate;
  readonly robots: Robots;
  readonly budget: UrlBudget;
  readonly claims: PartClaims;
  readonly shells: ShellMemory;
  /** the slots of this process: no slow host may hold them all */
  readonly slots: HostSlots;
  /** `host:port` list that may be reached although private, beside each source's own */
  readonly allowHosts: readonly string[];
  /** a program that reads pictures, looked for when first asked; null where there is none */
  readonly ocr?: () => Promise<Ocr | null>;
  /** reads files; in threads of their own where nothing else is given */
  readonly readFile?: typeof readFile;
  /** told of each request */
  readonly onFetched?: (request: FetchedNote) => void;
  /** milliseconds since the epoch */
  now(): number;
}
