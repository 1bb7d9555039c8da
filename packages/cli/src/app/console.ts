import { createConsole } from '@zhibiao/console';
import { startKeeper } from '@zhibiao/runtime/keeper';
import type { Stores } from '@zhibiao/runtime/stores';
import type { Logger } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';

export interface ServedConsole {
  /** to open in a browser on this machine */
  readonly url: string;
  stop(): Promise<void>;
}

/** The console, and the keeper of runs and schedules beside it. @throws UsageError when it cannot listen on the address */
export async function serveConsole(stores: Stores, producer: Producer, log: Logger): Promise<ServedConsole> {
  const listening = await createConsole({ ...stores, producer, log }).listen();
  const keeper = startKeeper(producer, stores.store, log);
  return {
    url: listening.url,
    async stop() {
      await listening.close();
      await keeper.stop();
    },
  };
}
