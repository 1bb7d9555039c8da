import { CorruptInputError, present } from '@zhibiao/shared';
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import type { ByteReader } from '../reading/byte-reader.ts';

/** Larger bodies are no pages. */
export const LARGEST_BODY = 64 * 1024 * 1024;
/** Of one record's own headers, and of the HTTP headers in it. Servers refuse more than 16 KB. */
const LARGEST_HEADERS = 256 * 1024;
/** Packed bytes that are unpacked at once; they may become a thousand times as many. */
const PIECE = 16 * 1024;

/** One record of a WARC file: to be read, or why it is left out. */
export interface FoundRecord {
  /** as messages name it: its number, its type, its address */
  readonly name: string;
  readonly url: string;
  readonly type: string;
  /** null where it is nothing to read, or is refused */
  readonly content: WARCRecord | null;
  readonly refused: string | null;
}

/**
 * Frames the records of a WARC file by itself and gives the parser one whole record at a time: the parser's own reader
 * waits for ever behind a record that is cut off, and takes headers of any length.
 * @param wanted the types whose content is read; others are passed over
 * @throws CorruptInputError that names the record where the file is no WARC, or is cut off in it
 */
export async function* warcRecords(
  reader: ByteReader,
  file: string,
  wanted: ReadonlySet<string>,
): AsyncGenerator<FoundRecord> {
  const broken = (what: string) => new CorruptInputError(`${file} ${what}`, file);
  for (let n = 1; ; n++) {
    const at = `record ${n} (at byte ${reader.offset} of its content)`;
    const headers = await readHeaders(reader);
    if (headers === null) return;
    if (headers === 'too-long')
      throw broken(
        `is no WARC file, or is damaged: the headers of ${at} are longer than ${LARGEST_HEADERS} bytes.`,
      );
    if (!/^WARC\/\d/.test(present(headers[0], 'the first of headers')))
      throw broken(
        n === 1
          ? 'is no WARC file: it does not start with WARC/.'
          : `is damaged: ${at} does not start with WARC/, so the record before it is longer or shorter than it says.`,
      );
    const url = fieldOf(headers, 'WARC-Target-URI').replace(/^<(.*)>$/, '$1');
    const type = fieldOf(headers, 'WARC-Type').toLowerCase();
    const name = `record ${n} (${type || 'without a type'}${url ? ` of ${url.slice(0, 200)}` : ''})`;
    const told = fieldOf(headers, 'Content-Length');
    const length = Number(told);
    if (!/^\d+$/.test(told) || !Number.isSafeInteger(length))
      throw broken(`is damaged: ${name} has no length.`);
    const found = { name, url, type };
    const read = wanted.has(type) && length <= LARGEST_BODY + LARGEST_HEADERS;
    const block = read ? await reader.take(length) : null;
    const got = block ? block.length : await reader.skip(length);
    if (got < length) throw broken(`is cut off in ${name}: ${got} of its ${length} bytes are there.`);
    if (!wanted.has(type)) yield { ...found, content: null, refused: null };
    else if (!block)
      yield { ...found, content: null, refused: `its ${length} bytes are more than ${LARGEST_BODY}` };
    else yield { ...found, ...(await parsed(headers, block)) };
  }
}

/** @returns the lines of the next record's headers without their ends; null at the end of the input */
async function readHeaders(reader: ByteReader): Promise<string[] | null | 'too-long'> {
  const lines: string[] = [];
  let left = LARGEST_HEADERS;
  for (;;) {
    const line = await reader.line(left);
    if (line === 'too-long') return 'too-long';
    if (line === null) return lines.length > 0 ? lines : null;
    const text = Buffer.from(line).toString('utf8').trimEnd();
    if (text !== '') lines.push(text);
    else if (lines.length > 0) return lines;
    // Blank lines end a record; a file of nothing else is no record, however long it is.
    if (lines.length > 0) left -= line.length;
  }
}

function fieldOf(headers: readonly string[], name: string): string {
  const start = `${name.toLowerCase()}:`;
  const line = headers.find((header) => header.toLowerCase().startsWith(start));
  return line?.slice(start.length).trim() ?? '';
}

async function parsed(
  headers: readonly string[],
  block: Uint8Array,
): Promise<Pick<FoundRecord, 'content' | 'refused'>> {
  const end = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, LARGEST_HEADERS)).indexOf(
    '\r\n\r\n',
  );
  // The parser would read on behind the record. A revisit may be without content.
  if (end < 0 && block.length > 0)
    return { content: null, refused: `its HTTP headers do not end within ${LARGEST_HEADERS} bytes` };
  const source = new AsyncIterReader(inPieces(headers, block), null);
  const record = await new WARCParser(source, { keepHeadersCase: true }).parse();
  return record ? { content: record, refused: null } : { content: null, refused: 'it cannot be read' };
}

/** The parser unpacks a chunk as a whole before anyone can say that it is too much. */
function* inPieces(headers: readonly string[], block: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from(`${headers.join('\r\n')}\r\n\r\n`);
  for (let at = 0; at < block.length; at += PIECE) yield block.subarray(at, at + PIECE);
  yield Buffer.from('\r\n\r\n');
}
