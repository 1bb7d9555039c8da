import { isDay, present } from '@zhibiao/shared';

const separators = String.raw`\s{0,20}[-—–/.．年]\s{0,20}`;
/** A zone's hours end at +14:00. What follows must not make a count (-1000次) or a time (-10:00:00) of it. */
const zone = String.raw`Z|[+-](?:0\d|1[0-4]):?[0-5]\d(?![\d:\p{Script=Han}])`;
const full = new RegExp(
  String.raw`(?<!\d)((?:19|20)\d{2})${separators}(0?[1-9]|1[0-2])\s{0,20}[-—–/.．月]\s{0,20}(0?[1-9]|[12]\d|3[01])(?!\d)\s{0,20}[日号]?` +
    String.raw`(?:[\sT　,，|]{0,20}(?:\([^)]{1,4}\)|星期.|周.)?\s{0,20}([01]?\d|2[0-3])\s{0,20}[:：时点]\s{0,20}([0-5]\d)(?:\s{0,20}[:：分]\s{0,20}([0-5]\d))?\s{0,20}[分秒]?(?:\.\d{1,9})?\s{0,20}(${zone})?)?`,
  'gu',
);

export interface FoundDate {
  /** ISO 8601: a bare date, or date and time with +08:00 */
  iso: string;
  start: number;
  end: number;
}

/** All full dates of a text in order; a time behind a date belongs to it. Times without zone are Beijing time. */
export function findDates(text: string): FoundDate[] {
  const out: FoundDate[] = [];
  for (const m of text.matchAll(full)) {
    const iso = toIso(m);
    if (iso) out.push({ iso, start: m.index, end: m.index + m[0].length });
  }
  return out;
}

/** The first date of a text as ISO 8601 with +08:00 (or bare), or null. Understands ISO with any zone and RFC 2822. */
export function parseDate(text: string | null | undefined): string | null {
  if (!text) return null;
  const found = findDates(text)[0];
  if (found) return found.iso;
  const compact = firstDay(text, /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g);
  if (compact) return compact;
  if (/^[A-Z][a-z]{2},? |\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(text)) {
    return atBeijing(Date.parse(text));
  }
  return null;
}

/** The first day that the calendar has, of those that a pattern of year, month and day finds; ISO 8601. */
export function firstDay(text: string, pattern: RegExp): string | null {
  for (const [, year, month, day] of text.matchAll(pattern))
    if (isDay(Number(year), Number(month), Number(day))) return `${year}-${month}-${day}`;
  return null;
}

function toIso(m: RegExpMatchArray): string | null {
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (!isDay(year, month, day)) return null;
  const two = (n: string | number) => String(n).padStart(2, '0');
  const bare = `${year}-${two(month)}-${two(day)}`;
  // midnight to the second is what a system writes that knows only the day
  if (m[4] === undefined || (/^0?0$/.test(m[4]) && m[5] === '00' && m[6] === '00')) return bare;
  const time = `${bare}T${two(m[4])}:${two(present(m[5], 'group 5 of the match'))}:${two(m[6] ?? 0)}`;
  // Without seconds it is a stretch of the day: 09:00-10:30.
  if (!m[7] || (m[7].startsWith('-') && m[6] === undefined) || m[7] === '+08:00' || m[7] === '+0800')
    return `${time}+08:00`;
  return atBeijing(
    Date.parse(
      time + (m[7] === 'Z' ? 'Z' : m[7].includes(':') ? m[7] : `${m[7].slice(0, 3)}:${m[7].slice(3)}`),
    ),
  );
}

/** @returns null where the moment is none that a page can have been published at */
function atBeijing(ms: number): string | null {
  const date = new Date(ms + 8 * 3_600_000);
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 2100 ? `${date.toISOString().slice(0, 19)}+08:00` : null;
}
