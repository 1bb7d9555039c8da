import { z } from 'zod';
import { readDataFile, WholeMatch } from './data-file.ts';
import { parseQuery } from './query.ts';

const Searched = z.string().transform((pattern) => new RegExp(pattern, 'iu'));

/** `data/traps.yaml` explains the fields. */
const TrapRules = z.strictObject({
  maxLength: z.int(),
  maxSegments: z.int(),
  maxParameters: z.int(),
  maxPageNumber: z.int(),
  repeats: z.int().min(2),
  years: z.strictObject({ first: z.int(), ahead: z.int() }),
  pageParameters: WholeMatch,
  calendar: Searched,
  calendarParameters: WholeMatch,
  sessionInPath: Searched,
});

const rules = readDataFile('traps.yaml', TrapRules);

export type Trap =
  | 'too-long'
  | 'too-deep'
  | 'repeated-path'
  | 'filters'
  | 'session'
  | 'endless-pages'
  | 'calendar';

/**
 * Tells whether an address looks made up by a machine without end: a calendar, filters on filters, a path that
 * repeats itself, a session id as a folder.
 * @param url canonical
 * @param year the present one; an address dated later than next year is a calendar's
 */
export function trapOf(url: string, year: number): Trap | null {
  if (url.length > rules.maxLength) return 'too-long';
  const { pathname, search } = new URL(url);
  const segments = pathname.split('/').filter(Boolean);
  const parameters = parseQuery(search.slice(1));
  if (segments.length > rules.maxSegments) return 'too-deep';
  if (repeats(segments)) return 'repeated-path';
  if (parameters.length > rules.maxParameters) return 'filters';
  if (rules.sessionInPath.test(pathname)) return 'session';
  if (
    parameters.some(
      ({ name, value }) => rules.pageParameters.test(name) && Number(value) > rules.maxPageNumber,
    )
  ) {
    return 'endless-pages';
  }
  if (isCalendar(pathname, parameters, year)) return 'calendar';
  return null;
}

/** True for `/a/a/a` and `/a/b/a/b/a/b`. Number folders repeat in honest addresses (`/2011/11/11/`). */
function repeats(segments: string[]): boolean {
  for (const length of [1, 2]) {
    let run = 1;
    for (let i = length; i + length <= segments.length; ) {
      const unit = segments.slice(i, i + length);
      const same =
        unit.every((s, k) => s === segments[i - length + k]) && !unit.every((s) => /^\d+$/.test(s));
      run = same ? run + 1 : 1;
      if (run >= rules.repeats) return true;
      i += same ? length : 1;
    }
  }
  return false;
}

function isCalendar(
  pathname: string,
  parameters: readonly { name: string; value: string | null }[],
  year: number,
): boolean {
  const dated = parameters.filter(({ name, value }) => rules.calendarParameters.test(name) && value);
  if (rules.calendar.test(pathname) && (dated.length > 0 || /\d{4}/.test(pathname))) return true;
  const implausible = (y: number) => y < rules.years.first || y > year + rules.years.ahead;
  const years = [
    ...[...pathname.matchAll(/\/(\d{4})[/-]?(?:0?[1-9]|1[0-2])(?=\/|-)/g)].map((m) => Number(m[1])),
    ...dated.flatMap(
      ({ value }) =>
        /^(\d{4})/
          .exec(value ?? '')
          ?.slice(1, 2)
          .map(Number) ?? [],
    ),
  ];
  // Four digits of a path may be a department's number; only those that could be a year near ours count.
  return years.some((y) => y >= 1900 && y <= 2199 && implausible(y));
}
