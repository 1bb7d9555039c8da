import { present } from '@zhibiao/shared';
import { textFlags } from '../../furniture/flags.ts';
import { joinLines } from '../../furniture/lines.ts';
import { findDates } from '../../meta/date.ts';
import { findAuthor, findEditor, findOrigin } from '../../meta/people.ts';
import { rules } from '../../rules/load.ts';
import type { ArticleParts } from '../article.ts';
import { beginsElsewhere, goesOnElsewhere } from '../jump.ts';

const HEAD_LINES = 60;
const FOOT_LINES = 40;
const cutOff = /(?:(?<!\.)\.{3,}|(?<!…)…+)$/;
const titleCue = /工作报告|公报|纲要|讲话|计划|规划|报告/;

/**
 * A plain text file: the furniture of the page that it was copied from goes, the rest stays as it is, line for line.
 * Lines keep their order; indents and runs of empty lines go.
 */
export function readText(raw: string): ArticleParts {
  const lines = raw
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((l) =>
      l
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
        .replace(/[\s\u00a0\u3000]+/g, ' ')
        .trim(),
    );
  const start = headEnd(lines);
  const end = footStart(lines, start);
  // an abstract names days and people of the text
  const head = lines.slice(0, start).filter((l) => l !== '' && !cutOff.test(l));
  const body = lines.slice(start, end).filter((l) => l === '' || !rules.text.drop.test(l));
  const foot = lines.slice(end).filter((l) => l !== '');
  const shown = body.filter((l) => l !== '');
  const text = joinLines(
    body
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
  return {
    title: titleOf(head, shown),
    author: findAuthor(head, shown, rules.meta) || findEditor(head, rules.meta),
    publishedAt:
      head
        .flatMap((l) => findDates(l))
        .map((d) => d.iso)
        .at(-1) ?? null,
    origin: findOrigin(head, rules.meta),
    site: siteOf([...head, ...foot]),
    text,
    family: 'text',
    flags: [
      ...(beginsElsewhere(text) || goesOnElsewhere(text) ? ['continues-elsewhere'] : []),
      ...textFlags([], text),
    ],
  };
}

/** The line after the last one of the head's furniture. */
function headEnd(lines: readonly string[]): number {
  let end = 0;
  let shown = 0;
  let before = '';
  for (let i = 0; i < lines.length && shown < HEAD_LINES; i++) {
    const line = present(lines[i], 'lines at i');
    if (line === '') continue;
    shown++;
    if (rules.text.footStarts.test(line) && shown > 1) break;
    if (rules.text.headEnds.test(line) || belongsTo(before, line)) end = i + 1;
    else if (line.length > 120) break;
    before = line;
  }
  return end;
}

/** The value in the line below its label: a counter, or an abstract that is cut off. */
function belongsTo(label: string, line: string): boolean {
  return (
    (rules.text.counters.test(label) && /^\d{1,8}$/.test(line)) ||
    (rules.text.abstracts.test(label) && cutOff.test(line))
  );
}

function footStart(lines: readonly string[], start: number): number {
  const shown = lines.flatMap((l, i) => (l !== '' && i >= start ? [i] : []));
  let end = lines.length;
  for (const i of shown.slice(-FOOT_LINES)) {
    if (i > start && rules.text.footStarts.test(present(lines[i], 'lines at i'))) {
      end = i;
      break;
    }
  }
  return end;
}

/** In the head the line that is no furniture; else the first short line that names a report, or just a first short line. */
function titleOf(head: readonly string[], body: readonly string[]): string {
  const candidates = head.filter(
    (l) => !rules.text.headEnds.test(l) && l.length >= 6 && l.length <= 60 && !/[。;；]$/.test(l),
  );
  const named = candidates.filter((l) => titleCue.test(l));
  const fromHead = named.at(-1) ?? (head.length > 0 ? candidates.at(-1) : undefined);
  if (fromHead !== undefined) return tidy(fromHead);
  const opening: string[] = [];
  for (const line of body.slice(0, 8)) {
    if (line.length > 60 || /[。；;，,]$/.test(line)) break;
    opening.push(line);
  }
  return tidy(opening.find((l) => titleCue.test(l)) ?? opening.find((l) => l.length >= 5) ?? '');
}

function tidy(title: string): string {
  return title.replace(/^\[[^\]]{1,8}\]\s*/, '').replace(/(?<!\s)\s*\[复制链接\]$/, '');
}

function siteOf(lines: readonly string[]): string {
  return (
    lines
      .map((l) => l.match(/www\.(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,63}/i)?.[0])
      .find((m) => m !== undefined) ?? ''
  );
}
