import type { ChaosOptions, ChaosReport } from './chaos.ts';

/** Each kind of disturbance once, as short as it can be: for every change. */
export const small: Omit<ChaosOptions, 'seed' | 'say'> = {
  pages: 12,
  store: 'embedded',
  hangs: false,
  plan: {
    'worker killed': { times: 1, ms: 0 },
    'keeper killed': { times: 1, ms: 100 },
    'primary killed': { times: 0, ms: 0 },
    'Redis killed': { times: 1, ms: 100 },
    'without Redis': { times: 1, ms: 1_000 },
    'without the store': { times: 1, ms: 1_000 },
    'Redis frozen': { times: 1, ms: 500 },
    'store frozen': { times: 0, ms: 0 },
    'disk full': { times: 1, ms: 1_000 },
  },
};

/** What a run has to come to whatever happened to it. */
export const unharmed = (pages: number): Partial<ChaosReport> => ({
  state: 'done',
  versions: pages,
  quarantined: [],
  lost: { versions: 0, observations: 0 },
  doubled: { versions: 0, observations: 0 },
});
