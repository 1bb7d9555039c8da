import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** a real Redis, private to this test run */
    redisUrl: string;
    /**
     * a server that speaks MongoDB's protocol, without a database in the address; null where none can be had (those
     * tests are skipped, loudly)
     */
    mongoUrl: string | null;
    /** what stands behind `mongoUrl`, or why there is none */
    mongoWhat: string;
    /** false where `mongoUrl` is a stand-in without transactions and plans */
    mongoReal: boolean;
  }
}
