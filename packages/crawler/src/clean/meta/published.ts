import { textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { type Query, query } from '../dom/select.ts';
import { rules } from '../rules/load.ts';
import { findDates, firstDay, parseDate } from './date.ts';
import { splitDate } from './split-date.ts';
import type { Surroundings } from './surroundings.ts';

/** Lines next to the title that may hold a date without a cue. */
const NEXT_TO_TITLE = 8;
const times = query('time');
const cue = new RegExp(`(?:${rules.meta.dateCues.source})$`, 'u');
/** A line that names where the text is from is about the page, however long it is. */
const originCue = rules.meta.originCues;
const notCue = rules.meta.notDateCues;

/**
 * When the text was published, as far as the page tells: by the family's selectors, metas and structured data, a date with a
 * cue (发布时间：…), the date line beside the title, a `<time>`, the address, the foot of the text. The date of an event in
 * the text is none of these.
 */
export function publishedAt(
  page: Page,
  selectors: readonly Query[],
  near: Surroundings,
  lines: readonly string[],
): string | null {
  for (const selector of selectors) {
    const element = page.index.first(selector);
    const date = element && (parseDate(element.attribs.datetime) ?? parseDate(textOf(element)));
    if (date) return date;
  }
  // the day of the session is none of publication
  const above = near.before.filter((line) => !rules.meta.subtitles.test(line)).reverse();
  const edges = [...lines.slice(0, 6), ...lines.slice(-6)].filter((l) => l.length < 120);
  return (
    firstOf(rules.meta.dateMeta, (name) => parseDate(page.meta.get(name))) ??
    structuredDate(page) ??
    firstOf(above.slice(0, NEXT_TO_TITLE), (l) => dateIn(l, true)) ??
    firstOf(above.slice(0, NEXT_TO_TITLE), (l) => dateIn(l, false)) ??
    firstOf([...above, ...edges, ...near.after], (l) => dateIn(l, true)) ??
    splitDate(near.before) ??
    timeElement(page) ??
    tipDate(page) ??
    boxDate(page) ??
    firstOf(above, (l) => dateIn(l, false)) ??
    addressDate(page) ??
    firstOf(
      edges.filter((l) => l.length < 40 || originCue.test(l)),
      (l) => dateIn(l, false),
    )
  );
}

function firstOf<T>(list: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of list) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

/** From when to when something takes place. */
const hours = /^[^。；]{6,24}\d{1,2}:\d{2}\s*[-–—~～至]\s*\d{1,2}:\d{2}/;

function dateIn(line: string, cued: boolean): string | null {
  for (const { iso, start } of findDates(line)) {
    const lead = line.slice(Math.max(0, start - 30), start);
    const isEvent = hours.test(line.slice(start, start + 40));
    if (!isEvent && !notCue.test(lead) && (!cued || cue.test(lead))) return iso;
  }
  return null;
}

function addressDate(page: Page): string | null {
  const address = page.url?.pathname ?? page.canonical ?? '';
  return firstDay(address, /(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/g);
}

function timeElement(page: Page): string | null {
  return firstOf(
    page.index.all(times),
    (element) => parseDate(element.attribs.datetime) ?? parseDate(textOf(element)),
  );
}

const tips = query('span[title], em[title], abbr[title]');

/** 3 天前 or 6月22日发布, with the day in a tip. */
function tipDate(page: Page): string | null {
  return firstOf(page.index.all(tips), (element) =>
    /前(?:发布)?$|昨天|今天|刚刚|^\d{1,2}[-月]\d{1,2}/.test(textOf(element))
      ? parseDate(element.attribs.title)
      : null,
  );
}

const boxes = query('[class*=time], [class*=date], [class*=Time], [class*=Date]');
/** In characters. */
const MAX_BOX = 24;

/** A box that holds a date and nothing else, in a line of counters. */
function boxDate(page: Page): string | null {
  return firstOf(page.index.all(boxes), (element) => {
    const text = textOf(element);
    return text.length <= MAX_BOX && /^(?:19|20)\d\d/.test(text) ? parseDate(text) : null;
  });
}

/** Structured data is often broken JSON: the one field is read by pattern. */
function structuredDate(page: Page): string | null {
  return firstOf(page.jsonLd, (block) => parseDate(block.match(/"datePublished"\s*:\s*"([^"]{8,40})"/)?.[1]));
}
