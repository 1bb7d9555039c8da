import type { PageFamily } from '@zhibiao/shared';
import { ancestors, type Element, isTag, isText, textOf, walk } from '../../dom/nodes.ts';
import type { Page } from '../../dom/page.ts';
import { first, type Query } from '../../dom/select.ts';
import { parseDate } from '../../meta/date.ts';
import { rules } from '../../rules/load.ts';
import { archiverFloors } from './archiver.ts';
import { type Floor, messageText } from './message.ts';

/** The floors of a thread page in order, by the first template of the family's software that finds any, and what they are. */
export function readFloors(page: Page, family: PageFamily): { floors: Floor[]; kind: 'thread' | 'answers' } {
  for (const template of rules.thread.templates) {
    if (template.family !== family) continue;
    const floors: Floor[] = [];
    const seen = new Set<Element>();
    for (const element of page.index.all(template.floor)) {
      const message = first(element, template.message);
      if (!message || seen.has(message)) continue;
      seen.add(message);
      const date = firstOf(element, template.date);
      floors.push({
        author: textAt(element, template.author),
        postedAt: (date && postedAt(date)) ?? saidDate(element),
        label: textAt(element, template.label),
        text: messageText(message),
        message,
      });
    }
    // another site may use the same names for its boxes
    const sure = family === 'discuz' || floors.some((f) => f.author !== '' && f.postedAt !== null);
    if (floors.length > 0 && sure) return { floors, kind: template.kind };
  }
  if (family !== 'discuz') return { floors: [], kind: 'thread' };
  const loose = looseFloors(page);
  return { floors: loose.length > 0 ? loose : archiverFloors(page), kind: 'thread' };
}

/**
 * Messages of a template that nobody described: author and date are the last ones above the message and below the one
 * before it. The first mobile template, for one, puts the message beside the poster's box, not into it.
 */
function looseFloors(page: Page): Floor[] {
  const { message, author, date } = rules.thread.loose;
  const messages = page.index.all(message);
  const authors = lastAbove(page, messages, author);
  const dates = lastAbove(page, messages, date);
  return messages.map((own, i) => {
    const name = authors.get(own);
    const dated = dates.get(own);
    return {
      author: name ? textOf(name) : '',
      postedAt: dated ? postedAt(dated) : null,
      label: `${i + 1}#`,
      text: messageText(own),
      message: own,
    };
  });
}

/** For each message the last element that matches between the message before it and itself. */
function lastAbove(page: Page, messages: readonly Element[], selector: Query): Map<Element, Element> {
  const found = new Map<Element, Element>();
  const candidates = page.index.all(selector).filter((e) => textOf(e) !== '');
  let next = 0;
  messages.forEach((own, i) => {
    for (let e = candidates[next]; e && page.index.isBefore(e, own); e = candidates[++next]) {
      const before = messages[i - 1];
      if (!before || !ancestors(e).includes(before)) found.set(own, e);
    }
  });
  return found;
}

/** 发表于 2031-2-18 09:25, wherever in the floor. */
function saidDate(floor: Element): string | null {
  const text = textOf(floor).slice(0, 4000);
  const cue = text.search(/发[表布]于/);
  return cue < 0 ? null : parseDate(text.slice(cue, cue + 40));
}

/** Recent posts say 3 天前 and keep the date in a title attribute; counters may stand beside the date without a space. */
function postedAt(element: Element): string | null {
  let titled = parseDate(element.attribs.title);
  let written: string | null = null;
  walk(element, (node) => {
    if (isTag(node)) titled ??= parseDate(node.attribs.title);
    else if (isText(node)) written ??= parseDate(node.data);
    return true;
  });
  return titled ?? written;
}

/** The first element that the selectors find, tried in order. */
function firstOf(root: Element, selectors: readonly Query[]): Element | null {
  for (const selector of selectors) {
    const element = first(root, selector);
    if (element) return element;
  }
  return null;
}

function textAt(root: Element, selectors: readonly Query[]): string {
  const element = firstOf(root, selectors);
  return element ? textOf(element).replace(/^作者\s*[:：]\s*/, '') : '';
}
