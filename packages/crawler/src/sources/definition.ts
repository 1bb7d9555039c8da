import { Politeness, Source } from '@zhibiao/shared';
import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';
import { patternFault } from '../discovery/index.ts';

const Pattern = z.string().superRefine((pattern, context) => {
  const fault = patternFault(pattern);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

const Cron = z.string().superRefine((cron, context) => {
  const fault = cronFault(cron);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

function cronFault(cron: string): string | null {
  if (cron.trim().split(/\s+/).length !== 5)
    return 'a cron expression has five fields: minute hour day month weekday';
  try {
    CronExpressionParser.parse(cron, { tz: 'Asia/Shanghai' });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * A source as a person writes it: a `Source` in which an unknown key is a typing error and every pattern works. Whether
 * its schedule rests is the store's to know: a file that said so would be overruled without a word.
 */
export const SourceDefinition = Source.omit({ paused: true, edited: true })
  .extend({
    paused: z.never('is no field of a file; `zhibiao schedules pause` rests a schedule').optional(),
    title: Pattern.optional(),
    include: z.array(Pattern).default([]),
    exclude: z.array(Pattern).default([]),
    cron: Cron.optional(),
    politeness: Politeness.strict().prefault({}),
  })
  .strict()
  .transform((definition): Source => ({ ...definition, paused: false }));
