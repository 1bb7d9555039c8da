import type { Element, ParentNode } from 'domhandler';
import { raisedText } from '../clean/dom/notes.ts';
import { Numbering } from './docx-numbering.ts';
import type { FileText } from './types.ts';
import { attribute, child, children, descendants, local, parseXml, textIn } from './xml.ts';
import type { Zip } from './zip.ts';

/**
 * The text of a Word document (OOXML): its paragraphs with the numbers that Word writes before them, tables as lines with
 * tabs, notes' marks in brackets. Deleted and hidden text is left out, headers and footers are not part of it.
 *
 * Converters to HTML (mammoth among them) leave automatic numbers out, and a report's sections hang on them (一、).
 */
export async function readDocx(zip: Zip, name: string): Promise<FileText> {
  const numbering = new Numbering(await zip.text('word/numbering.xml'), await zip.text('word/styles.xml'));
  const main = zip.names.find((n) => /^word\/document\d*\.xml$/.test(n)) ?? 'word/document.xml';
  const root = parseXml((await zip.read(main)).toString('utf8'));
  const reader = new Reader(numbering);
  for (const body of descendants(root, 'body')) reader.read(body);
  const text = reader.blocks.join('').trim();
  return { name, kind: 'docx', text, pages: [], flags: reader.struck ? ['struck-out'] : [] };
}

class Reader {
  readonly blocks: string[] = [];
  struck = false;
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  read(parent: ParentNode): void {
    for (const element of children(parent)) {
      const tag = local(element);
      if (tag === 'p') this.#add(this.#paragraph(element), '\n\n');
      else if (tag === 'tbl') this.#table(element);
      else if (/^(sdt|sdtContent|ins|smartTag|customXml|txbxContent)$/.test(tag)) this.read(element);
    }
  }

  #add(text: string, gap: string): void {
    if (text.trim() === '') return;
    this.blocks.push(`${this.blocks.length > 0 ? gap : ''}${text}`);
  }

  #paragraph(paragraph: Element): string {
    const label = this.#numbering.labelOf(paragraph);
    const text = this.#inline(paragraph)
      .split('\n')
      .map((l) => l.replace(/[ \u00a0\u3000]+/g, ' ').trim())
      .filter(Boolean)
      .join('\n');
    return text === '' ? '' : label + text;
  }

  #inline(parent: ParentNode): string {
    let out = '';
    for (const element of children(parent)) {
      switch (local(element)) {
        case 'r':
          out += this.#run(element, out);
          break;
        // fields: what they show stands in runs of their own
        case 'hyperlink':
        case 'ins':
        case 'smartTag':
        case 'sdt':
        case 'sdtContent':
        case 'fldSimple':
        case 'customXml':
          out += this.#inline(element);
          break;
        case 'oMath':
          out += textIn(element);
          break;
        case 'del':
        case 'moveFrom':
          if (descendants(element, 'delText').length > 0) this.struck = true;
      }
    }
    return out;
  }

  #run(run: Element, before: string): string {
    const style = child(run, 'rPr');
    const has = (name: string) => {
      const property = style && child(style, name);
      return property !== undefined && !/^(0|false|off|none)$/.test(attribute(property, 'val') ?? '');
    };
    if (has('vanish') || has('webHidden')) return '';
    const text = children(run)
      .map((e) => this.#piece(e))
      .join('');
    if (has('strike') || has('dstrike')) {
      if (text.trim() !== '') this.struck = true;
      return '';
    }
    const raised = attribute(style && child(style, 'vertAlign'), 'val') === 'superscript';
    return raised ? raisedText(text, before) : text;
  }

  #piece(element: Element): string {
    switch (local(element)) {
      case 't':
        return textIn(element);
      case 'tab':
        return ' ';
      case 'br':
      case 'cr':
        return /^(page|column)$/.test(attribute(element, 'type') ?? '') ? '' : '\n';
      case 'noBreakHyphen':
        return '-';
      case 'sym':
        return String.fromCharCode(Number.parseInt(attribute(element, 'char') ?? '20', 16));
      case 'footnoteReference':
      case 'endnoteReference':
        return `[${attribute(element, 'id') ?? ''}]`;
      default:
        return '';
    }
  }

  /** Cells with tabs between them; a table of one cell is a frame around text. */
  #table(table: Element): void {
    const rows = children(table, 'tr').map((row) => children(row, 'tc'));
    if (rows.every((cells) => cells.length < 2)) {
      for (const cell of rows.flat()) this.read(cell);
      return;
    }
    rows.forEach((cells, i) => {
      const texts = cells.map((cell) =>
        descendants(cell, 'p')
          .map((p) => this.#paragraph(p))
          .join(' ')
          .trim(),
      );
      this.#add(texts.join('\t').trim(), i === 0 ? '\n\n' : '\n');
    });
  }
}
