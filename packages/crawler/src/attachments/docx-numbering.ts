import type { Element } from 'domhandler';
import { listNumber } from './numerals.ts';
import { attribute, child, children, descendants, parseXml } from './xml.ts';

interface Level {
  format: string;
  /** `%1、`, `（%2）` */
  text: string;
  start: number;
}

/** Writes the automatic numbers of a document's paragraphs, which stand nowhere in its text. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, { abstract: string; levels: Level[]; starts: Map<number, number> }>;
  readonly #styles: ReadonlyMap<
    string,
    { list: string | undefined; level: number; base: string | undefined }
  >;
  /** by abstract list: counters go on over paragraphs of other lists */
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  /** @param numbering word/numbering.xml, @param styles word/styles.xml; '' where there is none */
  constructor(numbering: string, styles: string) {
    const root = parseXml(numbering);
    const abstracts = new Map(
      descendants(root, 'abstractNum').map((a) => [attribute(a, 'abstractNumId') ?? '', levelsOf(a)]),
    );
    this.#lists = new Map(
      descendants(root, 'num').map((num) => {
        const abstract = attribute(child(num, 'abstractNumId'), 'val') ?? '';
        const levels = [...(abstracts.get(abstract) ?? [])];
        const starts = new Map<number, number>();
        for (const override of children(num, 'lvlOverride')) {
          const at = Number(attribute(override, 'ilvl'));
          const start = attribute(child(override, 'startOverride'), 'val');
          if (start !== undefined) starts.set(at, Number(start));
          const own = child(override, 'lvl');
          if (own) levels[at] = levelOf(own);
        }
        return [attribute(num, 'numId') ?? '', { abstract, levels, starts }];
      }),
    );
    this.#styles = new Map(
      descendants(parseXml(styles), 'style').map((style) => {
        const properties = child(style, 'pPr');
        const numbered = properties && child(properties, 'numPr');
        return [
          attribute(style, 'styleId') ?? '',
          {
            list: numbered && attribute(child(numbered, 'numId'), 'val'),
            level: Number((numbered && attribute(child(numbered, 'ilvl'), 'val')) ?? 0),
            base: attribute(child(style, 'basedOn'), 'val'),
          },
        ];
      }),
    );
  }

  /** The number of the next paragraph with its marks (`一、`), '' where it has none. Ask for each paragraph once, in order. */
  labelOf(paragraph: Element): string {
    const properties = child(paragraph, 'pPr');
    if (!properties) return '';
    const own = child(properties, 'numPr');
    const byStyle = this.#ofStyle(attribute(child(properties, 'pStyle'), 'val'));
    const id = (own && attribute(child(own, 'numId'), 'val')) ?? byStyle?.list;
    const at = Number((own && attribute(child(own, 'ilvl'), 'val')) ?? byStyle?.level ?? 0);
    const list = id === undefined ? undefined : this.#lists.get(id);
    if (!list?.levels[at] || !(at >= 0)) return '';
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    const start = list.starts.get(at);
    const isNew = !this.#started.has(`${id} ${at}`);
    this.#started.add(`${id} ${at}`);
    if (isNew && start !== undefined) counters[at] = start - 1;
    counters[at] = (counters[at] ?? list.levels[at].start - 1) + 1;
    counters.length = at + 1;
    return list.levels[at].text.replace(/%(\d)/g, (_, level: string) => {
      const n = Number(level) - 1;
      const of = list.levels[n];
      return of ? listNumber(counters[n] ?? of.start, of.format) : '';
    });
  }

  #ofStyle(style: string | undefined, depth = 0): { list: string | undefined; level: number } | undefined {
    const known = style === undefined || depth > 10 ? undefined : this.#styles.get(style);
    return known?.list !== undefined || !known ? known : this.#ofStyle(known.base, depth + 1);
  }
}

function levelsOf(abstract: Element): Level[] {
  const levels: Level[] = [];
  for (const lvl of children(abstract, 'lvl')) levels[Number(attribute(lvl, 'ilvl'))] = levelOf(lvl);
  return levels;
}

function levelOf(lvl: Element): Level {
  const format = attribute(child(lvl, 'numFmt'), 'val') ?? 'decimal';
  return {
    format,
    text: format === 'bullet' ? '' : (attribute(child(lvl, 'lvlText'), 'val') ?? ''),
    start: Number(attribute(child(lvl, 'start'), 'val') ?? 1),
  };
}
