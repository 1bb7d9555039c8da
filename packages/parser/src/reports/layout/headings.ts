import { writtenYear, YEAR } from '../../text/ordinals.ts';
import type { SectionCues } from '../data-schema.ts';

/** How a heading is set: a part of the report without a number, 一、, (一), 1., (1), or a short line of its own. */
export type HeadingKind = 'part' | 'chapter' | 'section' | 'item' | 'subitem' | 'line';

/** A heading in offsets of the folded copy: `start` to `end` is the heading, its body follows. */
export type Heading = {
  readonly kind: HeadingKind;
  /** 三 of 三、 as written, null where the heading bears no number */
  readonly number: string | null;
  readonly start: number;
  readonly end: number;
  /** as written, number included, in the folded copy's characters */
  readonly title: string;
};

const HANZI = '[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}';
const NUMBERED = new RegExp(
  `^(?:(${HANZI})、(?![二三四五六七八九]、|[二三]产业)|([Ⅰ-Ⅻ])[、.]?(?!型|类|级)|第(${HANZI})部分[、:]?|[(](${HANZI})[)]、?|(\\d{1,2})[.、](?!\\d)|[(](\\d{1,2})[)])`,
);
const KINDS: readonly HeadingKind[] = ['chapter', 'chapter', 'chapter', 'section', 'item', 'subitem'];
/** A numbered heading glued to the sentence before it. 一、 follows a full stop only: a colon or semicolon makes it a list. */
const GLUED_NUMBER = new RegExp(
  `[。!](?=${HANZI}、(?![二三四五六七八九]、|[二三]产业)|[(]${HANZI}[)])|[;:](?=[(]${HANZI}[)])`,
  'g',
);
const BULLET = /^[-—–·•*●■◆▲>]+/;
/** What a heading without a number may be set in: 【今年工作安排】. */
const FRAMED = /^[-—–·•*●■◆▲>【[(<《]+/;
const MAX_TITLE = 60;
const MAX_LINE_TITLE = 40;

const alternatives = (list: readonly string[]): string =>
  [...list].sort((a, b) => b.length - a.length).join('|');

/** Patterns built from the section cues, once per data set. */
export type HeadingPatterns = {
  readonly glued: RegExp;
  readonly part: RegExp;
  readonly notes: RegExp;
  readonly unnumberedGlued: RegExp;
};

export function headingPatterns(cues: SectionCues): HeadingPatterns {
  const endings = alternatives(cues.endings);
  const follows = `(?:${YEAR}年|20[xX×*]{2}年|[(“]|${alternatives(cues.glued)})`;
  const period = `(?:关于|对|做好)?(?:${YEAR}年|20[xX×*]{2}年|“?[十九][一二三四五]?五?”|过去|本届|${alternatives(
    [...cues.past, ...cues.present, ...cues.coming, '未来'],
  )})`;
  const told = alternatives([...cues.review, ...cues.plan, ...cues.planned]);
  return {
    glued: new RegExp(`^.{5,40}?(?:${endings})(?=${follows})`),
    part: new RegExp(`^${period}[^。;!:,]{0,30}(?:${told})[^。;!:,]{0,8}$`),
    notes: new RegExp(`^[※【\\[(*]?[^。,;]{0,16}(?:${alternatives(cues.notes)})`),
    unnumberedGlued: new RegExp(
      `[。!]${period}[^。,;:!]{0,14}?(?:${endings})(?=${YEAR}年|过去|刚刚|一年来|五年来|今年)`,
      'g',
    ),
  };
}

/** Where the title ends that a line begins with: the whole line, the first full stop, or where the next sentence is glued on. */
function titleEnd(line: string, patterns: HeadingPatterns): number {
  const glued = patterns.glued.exec(line);
  const stop = line.search(/[。;!?:]/);
  if (glued && (stop < 0 || glued[0].length < stop)) return glued[0].length;
  if (stop >= 0) return Math.min(stop, MAX_TITLE);
  if (line.length <= MAX_TITLE) return line.length;
  const comma = line.slice(0, MAX_TITLE).lastIndexOf(',');
  return comma > 3 ? comma : MAX_LINE_TITLE;
}

/** Lines broken at a column, not at paragraphs: most of them end inside a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const long = lines.filter((line) => line.length >= 18 && line.length <= 60 && !BULLET.test(line));
  if (long.length < 20 || long.length < lines.filter((l) => l.length > 0).length / 2) return false;
  return long.filter((line) => !/[。!?;:”)]$/.test(line)).length > long.length / 2;
}

/** The headings of `[start, end)` of the folded copy, in order. */
export function findHeadings(
  text: string,
  start: number,
  end: number,
  bodyStart: number,
  patterns: HeadingPatterns,
): Heading[] {
  const lines = text.slice(start, end).split('\n');
  const wrapped = isWrapped(lines);
  const headings: Heading[] = [];
  let at = start;
  lines.forEach((line, index) => {
    if (line.length > 0 && at + line.length > bodyStart) {
      const from = Math.max(0, bodyStart - at);
      readLine(line, at, from, lines, index);
    }
    at += line.length + 1;
  });
  return headings;

  function numbered(piece: string, offset: number): boolean {
    const bullet = BULLET.exec(piece)?.[0].length ?? 0;
    const match = NUMBERED.exec(piece.slice(bullet));
    if (!match) return false;
    const group = [1, 2, 3, 4, 5, 6].findIndex((i) => match[i] !== undefined);
    const kind = KINDS[group] ?? 'item';
    const number = match[group + 1] ?? null;
    const length = Math.max(match[0].length + 1, bullet + titleEnd(piece.slice(bullet), patterns));
    const title = piece.slice(bullet, Math.min(length, piece.length));
    headings.push({ kind, number, start: offset + bullet, end: offset + bullet + title.length, title });
    return true;
  }

  function readLine(line: string, offset: number, from: number, all: readonly string[], index: number): void {
    const head = line.slice(from);
    if (!numbered(head, offset + from)) {
      if (head.length <= MAX_LINE_TITLE && patterns.notes.test(head)) {
        headings.push({
          kind: 'part',
          number: null,
          start: offset + from,
          end: offset + line.length,
          title: head,
        });
        return;
      }
      const bare = head.replace(FRAMED, '');
      if (bare.length <= MAX_LINE_TITLE && patterns.part.test(bare)) push('part', head, bare, offset + from);
      else if (!wrapped && isLoneLine(head, aboveOf(all, index, offset), neighbour(all, index, 1)))
        push('line', head, bare, offset + from);
      else {
        const glued = patterns.glued.exec(head);
        if (glued && patterns.part.test(glued[0])) push('part', glued[0], glued[0], offset + from);
      }
    }
    if (head.length <= MAX_LINE_TITLE) return;
    const inner: { at: number; part: boolean; length: number }[] = [];
    for (const match of head.matchAll(GLUED_NUMBER))
      inner.push({ at: match.index + 1, part: false, length: 0 });
    for (const match of head.matchAll(patterns.unnumberedGlued))
      inner.push({ at: match.index + 1, part: true, length: match[0].length - 1 });
    inner.sort((a, b) => a.at - b.at);
    for (const found of inner) {
      const title = head.slice(found.at, found.at + found.length);
      if (found.part) push('part', title, title, offset + from + found.at);
      else numbered(head.slice(found.at, found.at + MAX_TITLE * 2), offset + from + found.at);
    }
  }

  /** The line above, empty where that is a heading itself. */
  function aboveOf(all: readonly string[], index: number, offset: number): string {
    const last = headings.at(-1);
    return last && /^\n*$/.test(text.slice(last.end, offset)) ? '' : neighbour(all, index, -1);
  }

  function push(kind: HeadingKind, written: string, title: string, offset: number): void {
    const skip = written.length - title.length;
    headings.push({ kind, number: null, start: offset + skip, end: offset + skip + title.length, title });
  }
}

/** So many empty lines may stand between a heading and its neighbours. */
const MAX_EMPTY = 3;

function neighbour(lines: readonly string[], index: number, step: 1 | -1): string {
  for (let gap = 1; gap <= MAX_EMPTY + 1; gap += 1) {
    const line = lines[index + step * gap];
    if (line) return line;
  }
  return '';
}

/** A short line that ends without punctuation, between a finished sentence or a heading (`above` empty) and a paragraph. */
function isLoneLine(line: string, above: string, below: string): boolean {
  return (
    line.length >= 4 &&
    line.length <= 32 &&
    !/[。;!?:,、)”…—0-9A-Za-z-]$/.test(line) &&
    !/^[-—–·•*●■◆▲>(\d【]/.test(line) &&
    !/\d{4}-\d|来源|作者|编辑|发布|阅读|http|:|\|/.test(line) &&
    !/^[,。、;)]/.test(below) &&
    (below.length >= 40 || BULLET.test(below) || NUMBERED.test(below)) &&
    (above === '' || /[。;!?:”)]$/.test(above) || BULLET.test(above))
  );
}

const YEAR_MARK = new RegExp(`(${YEAR})年`, 'g');

/** Years named in a heading, digits or hanzi. */
export function yearsIn(title: string): number[] {
  return [...title.matchAll(YEAR_MARK)]
    .map((match) => writtenYear(match[1] ?? ''))
    .filter((year): year is number => year !== null);
}
