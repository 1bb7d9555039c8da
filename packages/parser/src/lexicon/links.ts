import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What others call the figure of a code. */
const Links = z.strictObject({
  /** the name in publications of the National Bureau of Statistics, where it is another than the lexicon's first name */
  nbs: z.string().min(2).optional(),
  /** the World Bank's series of the whole country (data.worldbank.org/indicator/CODE) */
  worldBank: z
    .string()
    .regex(/^[A-Z]{2}(\.[A-Z0-9]{2,4}){2,4}$/)
    .optional(),
  /** how that series is counted otherwise */
  differs: z.string().optional(),
});
export type Links = z.infer<typeof Links>;

/**
 * What the statistical office and the World Bank call the codes of the lexicon; codes without a counterpart have no entry.
 * The codes of the World Bank are those of its World Development Indicators.
 */
export const indicatorLinks = (): Readonly<Record<string, Links>> =>
  z
    .record(z.string(), Links)
    .parse(JSON.parse(readFileSync(new URL('../../data/lexicon/links.json', import.meta.url), 'utf8')));
