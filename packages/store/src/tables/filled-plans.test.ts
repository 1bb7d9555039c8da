import { describeFilledPlans } from '../testing/filled-suite.ts';

describeFilledPlans(200, 120_000);
