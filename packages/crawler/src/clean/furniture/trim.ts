import { present } from '@zhibiao/shared';
import type { Block } from '../dom/blocks.ts';
import { isTag } from '../dom/nodes.ts';
import type { Furniture } from '../rules/schema.ts';
import { bare } from './same-text.ts';

/** How many lines at either end are looked at for what may only stand there. */
const HEAD_LINES = 14;
const TAIL_LINES = 24;
/** Largest part of a page's text that may be cut off behind a heading. */
const MAX_APPENDIX = 0.4;

/**
 * Drops the furniture of a page from its lines: what may stand anywhere, the title and the date line before the text, the
 * editor's line, links to neighbours and the notices after it. A line that is part of a longer paragraph is never touched.
 */
export function trimFurniture(
  blocks: readonly Block[],
  titles: readonly string[],
  furniture: Furniture,
): Block[] {
  const isAnywhere = (b: Block) => isFurniture(b, furniture, 'anywhere');
  let lines = withMarks(blocks).filter((b) => /[\p{L}\p{N}_]/u.test(b.text));
  lines = lines.slice(headEnd(lines, titles, furniture));
  // marks of the end are needed to find it
  lines = lines.filter((b) => isFurniture(b, furniture, 'credits') || !isAnywhere(b));
  lines = withoutAbstract(lines, furniture);
  lines = lines.slice(0, tailStart(lines, furniture)).filter((b) => !isAnywhere(b));
  // boxes with nothing left in them leave their headings
  while (lines.length > 1 && isLabel(present(lines.at(-1), 'the last of lines'))) lines.pop();
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = { ...last, text: last.text.replace(furniture.closing, '') };
  if (lines[0]) lines[0] = { ...lines[0], opens: true };
  return lines;
}

/** A percent sign or a stop that a page has put into a line of its own belongs to the line before. */
function withMarks(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last && last.kind !== 'row' && loneMark.test(block.text))
      out[out.length - 1] = { ...last, text: last.text + block.text };
    else out.push(block);
  }
  return out;
}

const loneMark = /^[%％‰℃，。；、：！？）”』》】]{1,3}$/;

/** How many lines a text is looked at for the words of its abstract. */
const ABSTRACT_WITHIN = 4;
/** Letters of a line without the label of an abstract: a heading may come back in the text, a sentence does not. */
const MIN_SENTENCE = 30;

/** Content farms put the first sentences of a text above it once more. */
function withoutAbstract(lines: readonly Block[], furniture: Furniture): Block[] {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return [...lines];
  const said = bare(first.text.replace(furniture.abstract, '').replace(/(?<!\.{3}|…)(?:\.{3}|…)+\s*$/, ''));
  if (said.length < (furniture.abstract.test(first.text) ? 8 : MIN_SENTENCE)) return [...lines];
  const text = rest
    .slice(0, ABSTRACT_WITHIN)
    .map((l) => l.text)
    .join('');
  return bare(text).includes(said) ? rest : [...lines];
}

/** In characters: a longer heading says something. */
const MAX_LABEL = 16;

const isLabel = ({ kind, text, element }: Block): boolean =>
  kind === 'heading' && text.length <= MAX_LABEL && isTag(element) && /^h[1-6]$/.test(element.name);

type Lines = 'anywhere' | 'head' | 'tail' | 'ends' | 'credits';

/** The rules are written in simplified characters. */
function isFurniture({ text }: Block, furniture: Furniture, lines: Lines): boolean {
  return text.length <= 400 && furniture[lines].test(simplified(text, furniture.traditional));
}

function simplified(text: string, traditional: ReadonlyMap<string, string>): string {
  let out = '';
  for (const char of text) out += traditional.get(char) ?? char;
  return out;
}

function headEnd(lines: readonly Block[], titles: readonly string[], furniture: Furniture): number {
  const bareTitles = titles.map((t) => bare(t)).filter((t) => t !== '');
  let end = 0;
  let seen = 0;
  for (let i = 0; i < lines.length && seen < HEAD_LINES; i++) {
    const line = present(lines[i], 'lines at i');
    const isAnywhere = isFurniture(line, furniture, 'anywhere');
    if (!isAnywhere) seen++;
    if (bareTitles.includes(bare(line.text)) || isFurniture(line, furniture, 'head') || isLinkLine(line))
      end = i + 1;
    else if (isAnywhere) continue;
    else if (line.text.length > 30 || /[。！？]/.test(line.text)) break;
  }
  return end;
}

function tailStart(lines: readonly Block[], furniture: Furniture): number {
  let end = lines.length;
  for (let i = Math.max(1, Math.floor(lines.length / 3)); i < lines.length; i++) {
    if (isFurniture(present(lines[i], 'lines at i'), furniture, 'ends') && isAppendix(lines, i)) {
      end = i;
      break;
    }
  }
  end = creditsStart(lines.slice(0, end), furniture);
  for (let i = end - 1; i >= Math.max(0, end - TAIL_LINES); i--) {
    const line = present(lines[i], 'lines at i');
    if (isFurniture(line, furniture, 'tail') || isFurniture(line, furniture, 'ends') || isLinkLine(line))
      end = i;
    else break;
  }
  return end;
}

/** In characters: what stands behind the credits is shorter, line by line. */
const MAX_BEHIND_CREDITS = 60;

/** Where the credits begin that nothing but short lines follows; else the end. */
function creditsStart(lines: readonly Block[], furniture: Furniture): number {
  let start = lines.length;
  for (let i = lines.length - 1; i >= Math.max(1, lines.length - TAIL_LINES); i--) {
    const line = present(lines[i], 'lines at i');
    if (isFurniture(line, furniture, 'credits')) start = i;
    else if (isFurniture(line, furniture, 'tail') || isFurniture(line, furniture, 'ends')) continue;
    else if (line.kind === 'row' || line.text.length > MAX_BEHIND_CREDITS || /[。！？；]/.test(line.text))
      break;
  }
  return start > lines.length / 3 ? start : lines.length;
}

/** What follows a heading such as 相关阅读 is only cut off when it is the lesser part of the page, and no running text. */
function isAppendix(lines: readonly Block[], from: number): boolean {
  const chars = (list: readonly Block[]) => list.reduce((n, l) => n + l.text.length, 0);
  const rest = lines.slice(from);
  const running = rest.filter((l) => (l.text.match(/[。！？]|[.!?](?=\s)/g)?.length ?? 0) >= 3);
  return chars(rest) <= chars(lines) * MAX_APPENDIX && running.length <= rest.length * 0.3;
}

function isLinkLine(line: Block): boolean {
  return (
    line.linkChars > 0 &&
    line.linkChars >= line.text.replace(/\s/g, '').length * 0.8 &&
    !/[。！？]$/.test(line.text)
  );
}
