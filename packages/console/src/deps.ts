import type { Config, Logger } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';
import type { DocumentStore, KeptArchive } from '@zhibiao/store';

/** What the console is made of. It owns none of these: whoever opened them closes them. */
export interface ConsoleDeps {
  readonly store: DocumentStore;
  readonly archive: KeptArchive;
  readonly producer: Producer;
  readonly config: Pick<Config, 'host' | 'port' | 'token'> &
    Partial<
      Pick<
        Config,
        | 'allowHosts'
        | 'archive'
        | 'cors'
        | 'lexiconDir'
        | 'readToken'
        | 'store'
        | 'tokenFile'
        | 'userAgentContact'
      >
    >;
  readonly log: Logger;
  /** milliseconds since the epoch; for tests */
  readonly now?: () => number;
}
