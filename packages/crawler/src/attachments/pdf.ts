import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableFileError } from './errors.ts';
import { layOut, type PageRuns } from './layout.ts';
import { renderPage } from './render.ts';
import type { FileContents, FileLimits, Scan } from './types.ts';

const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** A page with fewer characters and a picture on it is a scan. */
const MIN_CHARS = 12;
/** Pages of scans that are drawn for reading. */
const MAX_SCANS = 60;

/**
 * The text layer of a PDF in reading order; pages that are pictures come as scans where they can be drawn. A damaged page is
 * left out and flagged, as long as another can be read.
 * @throws UnreadableFileError
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: FileLimits): Promise<FileContents> {
  const document = await open(bytes, name);
  try {
    if (document.numPages > limits.maxPages)
      throw new UnreadableFileError(
        `${name} has ${document.numPages} pages, the limit is ${limits.maxPages}.`,
        name,
      );
    const pages: PageRuns[] = [];
    const scans: Scan[] = [];
    const damaged: unknown[] = [];
    let pictures = 0;
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const runs = await runsOf(page, number);
        pages.push(runs);
        if (runs.runs.reduce((n, r) => n + r.text.trim().length, 0) < MIN_CHARS && (await hasPicture(page))) {
          pictures++;
          const image = scans.length < MAX_SCANS ? await renderPage(page) : null;
          if (image) scans.push({ name, page: number, image });
        }
        page.cleanup();
      } catch (error) {
        damaged.push(error);
      }
    }
    if (pages.length === 0 && damaged.length > 0) throw unreadable(name, damaged[0]);
    const laid = layOut(pages);
    const flags = [...(pictures > 0 ? ['needs-ocr'] : []), ...(damaged.length > 0 ? ['truncated'] : [])];
    return { texts: [{ name, kind: 'pdf', ...laid, flags }], scans };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${path.join(home, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${path.join(home, 'standard_fonts')}/`,
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, cause: unknown): UnreadableFileError {
  const { name: kind, message } = cause as Error;
  const why = kind === 'PasswordException' ? 'is locked with a password' : `cannot be read (${message})`;
  return new UnreadableFileError(`${name}: the PDF ${why}. Ask its publisher for another copy.`, name, {
    cause,
  });
}

async function runsOf(page: PDFPageProxy, number: number): Promise<PageRuns> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
    // turned text is a stamp or a watermark
    if (Math.abs(b) > Math.abs(a) * 0.2 || Math.abs(c) > Math.abs(d) * 0.5) return [];
    const [x, y] = view.convertToViewportPoint(e, f) as [number, number];
    return [{ x, y, width: item.width, size: Math.abs(d) || item.height || 10, text: item.str }];
  });
  return { page: number, width: view.width, height: view.height, runs };
}

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some(
    (fn) =>
      fn === OPS.paintImageXObject || fn === OPS.paintInlineImageXObject || fn === OPS.paintImageMaskXObject,
  );
}
