import type { PDFPageProxy } from 'pdfjs-dist';

/** Dots per inch at which tesseract makes the fewest faults with the sizes of type of reports (bench/README.md): more is worse. */
const DPI = 200;
/** Of the longer side: a poster is not drawn in full. */
const MAX_PIXELS = 5_000;

/** @returns the page as a PNG, or null where this machine cannot draw (the canvas package is optional) */
export async function renderPage(page: PDFPageProxy): Promise<Uint8Array | null> {
  const canvas = await import('@napi-rs/canvas').catch(() => null);
  if (!canvas) return null;
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(DPI / 72, MAX_PIXELS / Math.max(plain.width, plain.height));
  const viewport = page.getViewport({ scale });
  const surface = canvas.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({
    canvas: surface as never,
    canvasContext: surface.getContext('2d') as never,
    viewport,
  }).promise;
  return surface.encode('png');
}
