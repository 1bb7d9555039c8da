import { Moment, present } from '@zhibiao/shared';
import type { Element } from 'domhandler';
import type { FileText } from './types.ts';
import { attribute, child, children, descendants, parseXml, textIn } from './xml.ts';
import type { Zip } from './zip.ts';

/** Rows of one sheet that are read. */
const MAX_ROWS = 20_000;
/** Formats of the standard that show a date, and those that show a percentage. */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57, 58]);
const DAY = 86_400_000;
/** A format may ask for more digits than a number has. */
const MAX_DECIMALS = 20;
/** Day 0 of the 1900 calendar, with its leap day too many. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The tables of a workbook: a line per row, cells with tabs between them, as the sheet shows them. Hidden sheets are left out. */
export async function readXlsx(zip: Zip, name: string): Promise<FileText> {
  const shared = descendants(parseXml(await zip.text('xl/sharedStrings.xml')), 'si').map(stringOf);
  const formats = numberFormats(await zip.text('xl/styles.xml'));
  const targets = new Map(
    descendants(parseXml(await zip.text('xl/_rels/workbook.xml.rels')), 'Relationship').map((r) => [
      attribute(r, 'Id') ?? '',
      (attribute(r, 'Target') ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const blocks: string[] = [];
  for (const sheet of descendants(parseXml(await zip.text('xl/workbook.xml')), 'sheet')) {
    const target = targets.get(attribute(sheet, 'id') ?? '') ?? '';
    if (attribute(sheet, 'state') !== undefined && attribute(sheet, 'state') !== 'visible') continue;
    if (!zip.has(target)) continue;
    const rows = descendants(parseXml(await zip.text(target)), 'row')
      .filter((row) => attribute(row, 'hidden') !== '1')
      .slice(0, MAX_ROWS)
      .map((row) => rowText(row, shared, formats));
    const shown = rows.filter((row) => row.trim() !== '');
    if (shown.length > 0) blocks.push(joinRows(shown));
  }
  return { name, kind: 'xlsx', text: blocks.join('\n\n'), pages: [], flags: [] };
}

/** Rows of one cell are paragraphs: some sheets hold a text. */
function joinRows(rows: readonly string[]): string {
  return rows.reduce((out, row, i) => {
    const isTable = row.includes('\t') && (rows[i - 1] ?? '').includes('\t');
    return out + (i === 0 ? '' : isTable ? '\n' : '\n\n') + row;
  }, '');
}

function rowText(row: Element, shared: readonly string[], formats: readonly string[]): string {
  const cells: string[] = [];
  for (const cell of children(row, 'c')) {
    const column = columnOf(attribute(cell, 'r'));
    const at = column ?? cells.length;
    while (cells.length < at && cells.length < 500) cells.push('');
    cells.push(cellText(cell, shared, formats).replace(/\s+/g, ' ').trim());
  }
  return cells
    .join('\t')
    .replace(/(?<!\t)\t+$/, '')
    .replace(/^\t+/, '');
}

/** `C7` is column 2, from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0];
  if (!letters) return null;
  return [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: Element, shared: readonly string[], formats: readonly string[]): string {
  const value = child(cell, 'v');
  const raw = value ? textIn(value) : '';
  switch (attribute(cell, 't')) {
    case 's':
      return shared[Number(raw)] ?? '';
    case 'inlineStr':
      return descendants(cell, 't').map(textIn).join('');
    case 'str':
      return raw;
    case 'e':
      return '';
    case 'b':
      return raw === '1' ? '是' : '否';
    default:
      return raw === '' ? '' : shown(Number(raw), formats[Number(attribute(cell, 's') ?? 0)] ?? '');
  }
}

function shown(value: number, format: string): string {
  if (!Number.isFinite(value)) return '';
  const moment = Moment.safeParse(EPOCH + Math.floor(value) * DAY);
  if (format === 'date' && moment.success) return new Date(moment.data).toISOString().slice(0, 10);
  // 0.1 + 0.2 is stored with all its digits; sheets show fifteen
  const plain = (n: number) => String(Number(n.toPrecision(15)));
  const decimals = Math.min(format.match(/\.(0+)/)?.[1]?.length ?? 0, MAX_DECIMALS);
  const rounded = (n: number) => (/0/.test(format) ? n.toFixed(decimals) : plain(n));
  return format.includes('%') ? `${rounded(value * 100)}%` : rounded(value);
}

/** By cell style: '' shows the number as it is, `date`, or a format of digits such as `0.0%`. */
function numberFormats(styles: string): string[] {
  const root = parseXml(styles);
  const codes = new Map(
    descendants(root, 'numFmt').map((f) => [
      Number(attribute(f, 'numFmtId')),
      attribute(f, 'formatCode') ?? '',
    ]),
  );
  const standard: Record<number, string> = { 1: '0', 2: '0.00', 3: '0', 4: '0.00', 9: '0%', 10: '0.00%' };
  const cells = descendants(root, 'cellXfs')[0];
  return (cells ? children(cells, 'xf') : []).map((xf) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0);
    const code = present(
      (codes.get(id) ?? standard[id] ?? '').replace(/"[^"]*"|\[[^\][]*\]|\\./g, '').split(';')[0],
      'the first of split',
    );
    if (dateFormats.has(id) || /[yd]/i.test(code)) return 'date';
    return /^[#0,.\s_()%-]+$/.test(code) && /[0#]/.test(code) ? code.replace(/,/g, '') : '';
  });
}

/** Readings (furigana, pinyin) beside a text are no part of it. */
function stringOf(item: Element): string {
  return children(item)
    .flatMap((e) =>
      e.name.endsWith('rPh') ? [] : e.name.endsWith('t') ? [textIn(e)] : descendants(e, 't').map(textIn),
    )
    .join('');
}
