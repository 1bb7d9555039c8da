import { PageFamily, present } from '@zhibiao/shared';
import { z } from 'zod';
import { query } from '../dom/select.ts';

/** CSS selectors, compiled on load, tried in order. */
const Selectors = z
  .array(z.string())
  .default([])
  .transform((list) => list.map((s) => query(s)));

const pattern = (flags: string) =>
  z.string().transform((source, context) => {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      context.addIssue({ code: 'custom', message: String(error) });
      return z.NEVER;
    }
  });
const alternatives = (list: readonly string[]): string =>
  list.length > 0 ? list.map((s) => `(?:${s})`).join('|') : '(?!)';

/** Regular expression sources, joined by `|` into one. */
const patterns = (flags: string) =>
  z.array(z.string()).transform((list) => new RegExp(alternatives(list), flags));

/** The same, but the whole line has to match. */
const lines = z
  .array(z.string())
  .transform((list) => new RegExp(`^(?:${list.map((s) => `(?:${s})`).join('|')})$`, 'iu'));

/** One expression for the whole line. */
const line = z.string().transform((s) => new RegExp(`^(?:${s})$`, 'iu'));

const NAME = String.raw`([\p{Script=Han}·•A-Za-z][\p{Script=Han}·•A-Za-z .'’-]{0,28}[\p{Script=Han}A-Za-z]|\p{Script=Han}{2,4})`;
const NAMES = `${NAME}(?:[、，,/&和 　]+${NAME}){0,5}`;

/** Labels of people: alone, at the beginning, and with the names behind them. */
const nameCues = z.array(z.string()).transform((list) => ({
  label: new RegExp(alternatives(list), 'u'),
  leading: new RegExp(`^(?:${alternatives(list)})`, 'u'),
  withNames: new RegExp(`(?:${alternatives(list)})${NAMES}`, 'gu'),
}));
export type NameCues = z.infer<typeof nameCues>;

/** How a family's pages are told, and where their parts are. */
export const FamilyRules = z.object({
  family: PageFamily,
  detect: z.object({
    /** any one is enough */
    selectors: Selectors,
    generator: patterns('i'),
    url: patterns('i'),
    /** in `<title>` */
    title: z.array(z.string()).default([]).pipe(patterns('i')),
  }),
  body: Selectors,
  /** left out of the body */
  drop: Selectors,
  title: Selectors,
  date: Selectors,
  author: Selectors,
  origin: Selectors,
  pager: Selectors,
});
export type FamilyRules = z.infer<typeof FamilyRules>;

/** Class and id cues of {@link ../body/score.ts}. */
export const BodyCues = z.object({
  positive: pattern('i'),
  negative: pattern('i'),
  unlikely: pattern('i'),
  likely: pattern('i'),
  drop: pattern('i'),
  never: pattern('i'),
  /** cards of persons */
  cards: pattern('i'),
  /** boxes with an editor's words about a text */
  lead: pattern('i'),
});
export type BodyCues = z.infer<typeof BodyCues>;

/** Phrases that stand around a text and are no part of it. All match whole lines, white space removed at both ends. */
export const Furniture = z.object({
  /** dropped wherever they stand */
  anywhere: lines,
  /** dropped before the first line of the text */
  head: lines,
  /** dropped after its last line */
  tail: lines,
  /** everything from here on is dropped, if it stands in the last part of the page */
  ends: lines,
  /** behind such lines there is no text of a few words */
  credits: line,
  /** the label of an abstract: dropped with its line where the text itself says the same */
  abstract: pattern('u'),
  /** a credit behind the last sentence, in its own line */
  closing: pattern('u'),
  /** traditional characters of these lines, each with its simplified one behind it */
  traditional: z
    .string()
    .transform(
      (pairs) =>
        new Map(
          (pairs.match(/[\s\S]{2}/gu) ?? []).map((pair) => [
            present(pair[0], 'the first of pair'),
            present(pair[1], 'the second of pair'),
          ]),
        ),
    ),
});
export type Furniture = z.infer<typeof Furniture>;

export const MetaRules = z.object({
  titleMeta: z.array(z.string()),
  titleSeparators: pattern('u'),
  /** words for search engines at the end of a title */
  titleWords: pattern('u'),
  /** what a site calls itself: no title of a text */
  siteNames: lines,
  /** what a template says in the place of a title: its label, a day */
  noTitles: lines,
  /** lines near a text that are no title of it */
  notTitles: lines,
  /** the first words of texts: no title of them */
  openings: line,
  /** lines above the text that belong to a report */
  subtitles: lines,
  dateMeta: z.array(z.string()),
  dateCues: patterns('u'),
  notDateCues: patterns('u'),
  authorMeta: z.array(z.string()),
  /** links to a user's page, and boxes that hold nothing but a name */
  authorLinks: Selectors,
  /** boxes that hold nothing but the author's name: more than an editor at the foot */
  authorBoxes: Selectors,
  /** asked before everything else: other names on the page are those of people who put the text there */
  writerCues: nameCues,
  authorCues: nameCues,
  bylines: patterns('u'),
  /** asked where no person is named */
  issuerCues: nameCues,
  /** asked above a text only, where nobody else is named */
  editorCues: nameCues,
  notAuthors: patterns('iu'),
  /** who put a text there: its author where nobody else is named */
  accounts: line,
  /** one of several words behind a label that is no name but an employer or an office */
  affiliations: line,
  /** where a name ends: from the label of the next field of the line on */
  nameEnds: z.array(z.string()).transform((list) => new RegExp(`(?:${alternatives(list)}).*$`, 'u')),
  originMeta: z.array(z.string()),
  originCues: patterns('u'),
  /** boxes that hold nothing but the source's name */
  originBoxes: Selectors,
  /** first characters of people's names */
  surnames: z.string(),
  /** said where no source is known */
  notOrigins: line,
  siteMeta: z.array(z.string()),
});
export type MetaRules = z.infer<typeof MetaRules>;

const Selector = z.string().transform((s) => query(s));

export const ThreadRules = z.object({
  templates: z.array(
    z.object({
      name: z.string(),
      /** whose pages these are: other forum software is told by its floors alone */
      family: PageFamily.default('discuz'),
      /** `answers`: a question with its answers, all of which are the text; in a thread it is the opener's floors */
      kind: z.enum(['thread', 'answers']).default('thread'),
      floor: Selector,
      message: Selector,
      author: Selectors,
      date: Selectors,
      label: Selectors,
    }),
  ),
  /** messages of templates that are not listed, with what may stand above them */
  loose: z.object({ message: Selector, author: Selector, date: Selector }),
  archiver: z.object({ content: Selector, author: Selector }),
  /** words of the template at the end of the element that holds the subject */
  titleTail: z.string().transform((s) => new RegExp(`(?:${s})+`, 'u')),
  title: Selectors,
  threads: Selectors,
  boards: Selectors,
  boardTitle: Selectors,
  drop: Selectors,
  quote: Selector,
  /** marks a quote of another post; a quote without it is the poster's own emphasis */
  quoteHead: pattern('u'),
  /** whole later floors of the author that are talk, not text */
  chatter: pattern('iu'),
  /** a first floor shorter than this, alone of its author, opens a conversation: the thread is kept whole */
  conversationChars: z.int(),
});
export type ThreadRules = z.infer<typeof ThreadRules>;

/** How pages that are no pages are told; matched against the title and the first lines of short pages only. */
export const RefusalRules = z.object({
  maxChars: z.int(),
  blocked: z.array(z.object({ flag: z.string(), pattern: pattern('iu') })),
  /** how a text begins that is such a message */
  openings: z.array(z.string()).transform((list) => new RegExp(`^(?:${alternatives(list)})`, 'iu')),
  shell: patterns('iu'),
  shellSelectors: Selectors,
});
export type RefusalRules = z.infer<typeof RefusalRules>;

function cutsOf(words: readonly string[]): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const cuts = new Map<string, [string, string][]>();
  for (const word of words) {
    for (let at = 1; at < word.length; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      cuts.set(present(head.at(-1), 'the last of head'), [
        ...(cuts.get(present(head.at(-1), 'the last of head')) ?? []),
        [head, tail],
      ]);
    }
  }
  return cuts;
}

/** What tells that a line break stands inside a sentence ({@link ../furniture/cuts.ts}). */
export const CutRules = z.object({
  /** at the beginning of a line, multipliers before it */
  units: z
    .array(z.string())
    .transform((list) => new RegExp(`^[十百千万亿]{0,2}(?:${longestFirst(list).join('|')})`)),
  /** at the end of a line */
  wantsNumber: z.array(z.string()).transform((list) => new RegExp(`(?:${longestFirst(list).join('|')})$`)),
  /** words cut in two in every place, by the last character of the first part */
  words: z.array(z.string().min(4)).transform(cutsOf),
});
export type CutRules = z.infer<typeof CutRules>;

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);

/** Furniture of pages copied into plain text files. */
export const TextRules = z.object({
  /** a line that says that the page was a forum thread, a content farm's article … */
  forum: patterns('u'),
  /** everything up to the last such line among the first ones is the page's head */
  headEnds: lines,
  /** labels with a number in the next line */
  counters: lines,
  /** labels with the first words of the text in the next line */
  abstracts: lines,
  /** from such a line on, in the last part of the text, everything is the page's foot */
  footStarts: lines,
  drop: lines,
});
export type TextRules = z.infer<typeof TextRules>;
