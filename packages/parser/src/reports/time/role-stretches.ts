import type { ReportData } from '../data.ts';
import type { Role } from '../data-schema.ts';
import { yearsIn } from '../layout/headings.ts';
import type { Node } from '../layout/sections.ts';
import { glossaryStart, tailStart } from '../layout/tail.ts';
import {
  type Clock,
  isRelative,
  leadOf,
  type RoleStretch,
  roleOfHeading,
  type Tense,
  tenseOf,
} from './roles.ts';
import { paragraphs, tenseByWords, withTurn } from './turn.ts';

/** Part of a report under one heading (or before the first): `told` is what the heading says of it. */
type Part = {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly node: Node | null;
  readonly told: Role | null;
};

/** 一、2020年和“十三五”工作回顾 reviews both. */
const ofOneYear = ({ told, node }: Part): boolean =>
  told === 'review-year' && !/五”|[三四五六]年|时期|期间/.test(node?.title ?? '');

/** Deeper headings speak only where they name a time; 目标任务 alone may be anything there. */
const speaks = (node: Node, data: Pick<ReportData, 'words'>): boolean =>
  node.level === 1 || node.kind === 'part' || yearsIn(node.title).length > 0 || isRelative(node.title, data);

function partsOf(
  range: { bodyStart: number; end: number },
  nodes: readonly Node[],
  data: Pick<ReportData, 'words'>,
  clock: Clock,
): Part[] {
  const marked: { node: Node; told: Role | null }[] = [];
  let notesEnd = 0;
  for (const node of nodes) {
    if (node.start >= range.end) break;
    // The entries of a glossary bear numbers and years, but they are no sections of the report.
    if (node.start < notesEnd) continue;
    const says = roleOfHeading(node.title, data, clock);
    if (says === 'notes') notesEnd = node.bodyEnd;
    const told = says === 'notes' || speaks(node, data) ? says : null;
    if (told !== null || node.level === 1 || node.kind === 'line') marked.push({ node, told });
  }
  const firstStart = marked[0]?.node.start ?? range.end;
  const parts = marked.map(
    ({ node, told }, index): Part => ({
      start: node.start,
      bodyStart: node.end,
      end: marked[index + 1]?.node.start ?? range.end,
      node,
      told,
    }),
  );
  const first: Part = {
    start: range.bodyStart,
    bodyStart: range.bodyStart,
    end: firstStart,
    node: null,
    told: null,
  };
  return [first, ...parts].filter((part) => part.end > part.start);
}

/** For each part the tense of the nearest later heading that tells one. */
function tensesAhead(parts: readonly Part[]): (Tense | null)[] {
  let ahead: Tense | null = null;
  return parts
    .map((_, index) => parts[parts.length - 1 - index])
    .map((part) => {
      const here = ahead;
      if (part?.told) ahead = tenseOf(part.told) ?? ahead;
      return here;
    })
    .reverse();
}

/**
 * Gives every part of a report its role; the stretches cover `[start, end)`. Headings decide. Below a heading, a
 * paragraph's first words move between the year and the term of its tense; against its tense they move for that
 * paragraph alone (回首“十三五” inside a plan). Where no heading speaks, the first words and the vocabulary decide.
 * @param range offsets of the folded copy; before `bodyStart` stands the report's head, which is `other`
 * @param clock UNDATED while the year is not known
 */
export function assignRoles(
  text: string,
  range: { start: number; bodyStart: number; end: number },
  nodes: readonly Node[],
  data: Pick<ReportData, 'words'>,
  clock: Clock,
): readonly RoleStretch[] {
  const furniture = Math.max(range.bodyStart, tailStart(text, range.bodyStart, range.end));
  const tail = glossaryStart(text, range.bodyStart, furniture);
  const parts = partsOf({ ...range, end: tail }, nodes, data, clock);
  const ahead = tensesAhead(parts);
  const stretches: { start: number; role: Role; lead: string }[] = [];
  let role: Role = 'other';
  let firm = false;

  const mark = (start: number, next: Role, lead: string): void => {
    const last = stretches.at(-1);
    if (last?.start === start) stretches.pop();
    if (stretches.at(-1)?.role !== next || next.endsWith('term')) stretches.push({ start, role: next, lead });
    role = next;
  };

  if (range.bodyStart > range.start) mark(range.start, 'other', '');
  parts.forEach((part, index) => {
    const lead = part.node?.kind === 'line' ? leadOf(part.node.title, data, clock, tenseOf(role)) : null;
    if (part.told !== null) {
      mark(part.start, confirmed(part, part.told), part.node?.title ?? '');
      firm = part.node?.kind !== 'line';
    } else if (lead !== null) {
      mark(part.start, lead.role, part.node?.title ?? '');
      firm = false;
    } else if (opensTopic(part)) {
      const next = guess(part, index);
      firm = firm && tenseOf(next) === tenseOf(role);
      mark(part.start, next, part.node?.title ?? '');
    }
    walk(part);
  });
  if (tail < range.end) mark(tail, 'notes', '');
  const ended = stretches.map((stretch, index) => ({
    ...stretch,
    end: stretches[index + 1]?.start ?? range.end,
  }));
  return withTurn(ended, text, data);

  /** A heading that names no year gives way to words that clearly say the opposite: 总结经验再出发. */
  function confirmed(part: Part, told: Role): Role {
    const tense = tenseOf(told);
    // 一年来,新建学校3所: a line with figures is no heading of what follows
    if (part.node?.kind === 'line' && /\d/.test(part.node.title)) return told;
    if (tense === null || /\d{4}|五”/.test(part.node?.title ?? '')) return told;
    const words = tenseByWords(text, part, data, 'strong');
    return words === null || words === tense ? told : `${words}-year`;
  }

  /** The beginning and chapters without a telling heading are guessed; (三) of a fragment goes on with what was before. */
  function opensTopic(part: Part): boolean {
    if (part.node === null || tenseOf(role) === null) return true;
    return part.node.level === 1 && (part.node.kind === 'chapter' || part.node.kind === 'part');
  }

  function guess(part: Part, index: number): Role {
    const before = tenseOf(role);
    const after = ahead[index] ?? null;
    if (before === 'plan' && firm) return role;
    const words = tenseByWords(text, part, data, 'enough');
    if (after === 'plan' && before === null && words !== 'plan') return 'review-year';
    if (before === 'review' && after !== null)
      return tenseByWords(text, part, data, 'turn') === 'plan' ? 'plan-year' : role;
    const tense = words ?? before;
    return tense === null || tense === before ? role : `${tense}-year`;
  }

  function walk(part: Part): void {
    /** what the part speaks of where a paragraph does not say otherwise */
    let own = role;
    if (part.told === 'notes') return;
    for (const paragraph of paragraphs(text, part.bodyStart, part.end)) {
      const lead = leadOf(paragraph.text, data, clock, tenseOf(role));
      const against = lead !== null && firm && tenseOf(lead.role) !== tenseOf(own);
      const next = lead === null || (against && !lead.against) ? own : lead.role;
      if (next !== role) mark(paragraph.start, next, paragraph.text.slice(0, 24));
      // 五年来 inside the review of one year ends with its paragraph, where that holds the figures and opens nothing.
      if (ofOneYear(part) && next === 'review-term' && /\d/.test(paragraph.text)) continue;
      // A plan looks back for a paragraph; what a review looks ahead to is the plan's beginning.
      if (lead !== null && !lead.passing && (!against || next.startsWith('plan'))) own = next;
    }
  }
}
