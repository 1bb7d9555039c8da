import type { Element } from 'domhandler';
import { layOut, type PageRuns, type Run } from './layout.ts';
import type { FileContents, FileLimits, Scan } from './types.ts';
import { attribute, child, descendants, parseXml, textIn } from './xml.ts';
import type { Zip } from './zip.ts';

/** An OFD document (GB/T 33190-2016): text objects of its pages, in reading order. Pages of pictures come as scans. */
export async function readOfd(zip: Zip, name: string, limits: FileLimits): Promise<FileContents> {
  const entry = parseXml(await zip.text('OFD.xml'));
  const pages: PageRuns[] = [];
  const scans: Scan[] = [];
  let pictures = 0;
  for (const root of descendants(entry, 'DocRoot').map((e) => resolve('', textIn(e).trim()))) {
    const folder = folderOf(root);
    const document = parseXml(await zip.text(root));
    const area = descendants(document, 'PageArea')[0];
    const locations = descendants(document, 'Page').flatMap((p) => attribute(p, 'BaseLoc') ?? []);
    for (const location of locations.slice(0, limits.maxPages)) {
      const content = parseXml(await zip.text(resolve(folder, location)));
      const box = boxOf(descendants(content, 'PhysicalBox')[0] ?? (area && child(area, 'PhysicalBox')));
      const number = pages.length + 1;
      const runs = descendants(content, 'TextObject').flatMap(runsOf);
      pages.push({ page: number, width: box.width, height: box.height, runs });
      if (runs.length > 0 || descendants(content, 'ImageObject').length === 0) continue;
      pictures++;
      const picture = zip.names.find((n) => n.startsWith(`${folder}Res/`) && /\.(png|jpe?g)$/i.test(n));
      if (picture) scans.push({ name, page: number, image: await zip.read(picture) });
    }
  }
  const flags = pictures > 0 ? ['needs-ocr'] : [];
  return { texts: [{ name, kind: 'ofd', ...layOut(pages), flags }], scans };
}

/** A text object holds pieces with their places in the object's box, and the steps from letter to letter. */
function runsOf(object: Element): Run[] {
  const box = boxOf({ textContent: attribute(object, 'Boundary') ?? '' });
  const size = Number(attribute(object, 'Size') ?? 3.5);
  // scaled in places of a size of one
  const [a = 1, , , d = 1] = (attribute(object, 'CTM') ?? '').split(/\s+/).filter(Boolean).map(Number);
  return descendants(object, 'TextCode').map((code) => {
    const text = textIn(code);
    const x = box.x + Number(attribute(code, 'X') ?? 0) * a;
    const y = box.y + Number(attribute(code, 'Y') ?? 0) * d;
    const steps = stepsOf(attribute(code, 'DeltaX') ?? '').slice(0, Math.max(0, [...text].length - 1));
    const width =
      (steps.length > 0 ? steps.reduce((n, s) => n + s, 0) * a : ([...text].length - 1) * size * d) +
      size * d;
    return { x, y, width, size: size * d, text };
  });
}

/** `g 3 5.2` is 5.2 three times. */
function stepsOf(list: string): number[] {
  const parts = list.split(/\s+/).filter(Boolean);
  const steps: number[] = [];
  for (let i = 0; i < parts.length && steps.length < 10_000; i++) {
    if (parts[i] !== 'g') steps.push(Number(parts[i]));
    else {
      const times = Math.min(Number(parts[i + 1]), 10_000);
      for (let n = 0; n < times; n++) steps.push(Number(parts[i + 2]));
      i += 2;
    }
  }
  return steps.filter(Number.isFinite);
}

function boxOf(box: Element | { textContent: string } | undefined): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const text = !box ? '' : 'textContent' in box ? box.textContent : textIn(box);
  const [x = 0, y = 0, width = 210, height = 297] = text.trim().split(/\s+/).filter(Boolean).map(Number);
  return { x, y, width, height };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const resolve = (folder: string, path: string): string =>
  path.startsWith('/') ? path.slice(1) : folder + path.replace(/^\.\//, '');
