import { rulesHash } from './rules/load.ts';

/** Recorded with every article. The first part changes with the code's output, the second with the rule data. */
export const cleanerVersion = `1.${rulesHash}`;
