import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A regular expression of a data file, without flags; compiled so that it must match the whole input. */
export const WholeMatch = z.string().transform((pattern, context) => {
  try {
    return new RegExp(`^(?:${pattern})$`, 'iu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `${pattern}: ${(error as Error).message}` });
    return z.NEVER;
  }
});

/**
 * Reads a YAML file of this package's `data` folder and checks it.
 * @throws Error that names the file and the faulty entry: a reviewed file that does not fit is a bug of this package
 */
export function readDataFile<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  const result = schema.safeParse(
    parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')),
  );
  if (!result.success) throw new Error(`data/${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}
