import { type Config, createLogger, type Logger } from '@zhibiao/shared';
import {
  type DocumentStore,
  type KeptArchive,
  openArchive,
  openStore,
  type StoreOptions,
} from '@zhibiao/store';
import { findStore } from './mongo.ts';
import { type RegionalStore, regional } from './regional-store.ts';

/** The stores that a command works on. */
export interface Stores {
  readonly config: Config;
  readonly log: Logger;
  readonly archive: KeptArchive;
  readonly store: DocumentStore;
  close(): Promise<void>;
}

/** The same, with answers of a region under its former names and codes too. */
export interface OpenStores extends Stores {
  readonly store: RegionalStore;
}

/** Opens the archive and the document store that the configuration names. @throws StoreUnavailableError */
export async function openStores(config: Config, options?: StoreOptions): Promise<OpenStores> {
  const log = createLogger(config.logLevel);
  const archive = await openArchive(config.archive);
  const place = await findStore(config);
  const upgrade = {
    onRepacked: told(log, 'rows of an older release are brought into their present form'),
    onFiguresMade: told(log, 'figures are made for documents of an older release'),
  };
  const store = await openStore(place.location, Date.now, { ...upgrade, ...options }).catch(
    async (error: unknown) => {
      await place.stop();
      throw error;
    },
  );
  return {
    config,
    log,
    archive,
    store: regional(store),
    async close() {
      await store.close();
      await place.stop();
      await archive.close();
    },
  };
}

const SILENCE_MS = 2_000;

/** @returns what logs how much is done, now and then */
function told(log: Logger, what: string): (done: number) => void {
  let next = 0;
  return (done) => {
    if (Date.now() < next) return;
    next = Date.now() + SILENCE_MS;
    log.info({ done }, what);
  };
}

/** Runs `use` with the stores open and closes them. */
export async function withStores<T>(
  config: Config,
  use: (stores: OpenStores) => Promise<T>,
  options?: StoreOptions,
): Promise<T> {
  const stores = await openStores(config, options);
  try {
    return await use(stores);
  } finally {
    await stores.close();
  }
}
