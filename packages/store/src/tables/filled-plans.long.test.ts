import { describeFilledPlans } from '../testing/filled-suite.ts';

describeFilledPlans(2_000, 900_000);
