import { claimedKind } from '../../attachments/kind.ts';
import { type Element, isTag, type ParentNode, walk } from './nodes.ts';

/** What a page shows of other addresses without linking them. */
export interface Embedded {
  /** pages in frames, largest part first where the page says so */
  frames: string[];
  /** files in viewers and plug-ins */
  files: string[];
}

const frameTags = new Set(['iframe', 'frame']);
const fileAttributes = [
  'pdfsrc',
  'data-pdf',
  'data-pdfsrc',
  'data-file',
  'data-url',
  'data-src',
  'src',
  'data',
];
/** The parameters in which a viewer's address names its file: viewer.html?file=/u/1.pdf */
const viewed = /[?&#](?:file|url|src|pdf|pdfurl|path|filepath|doc)=([^&#]+)/i;

/** Reads frames, plug-ins and viewers, as they are written. Call before silent elements are taken out of the tree. */
export function readEmbedded(root: ParentNode): Embedded {
  const frames: string[] = [];
  const files: string[] = [];
  walk(root, (node) => {
    if (!isTag(node)) return true;
    const isFrame = frameTags.has(node.name);
    if (
      !isFrame &&
      node.name !== 'embed' &&
      node.name !== 'object' &&
      node.attribs.pdfsrc === undefined &&
      node.attribs['data-pdf'] === undefined
    )
      return true;
    const file = fileOf(node);
    if (file) files.push(file);
    else if (isFrame && node.attribs.src && !isHiddenFrame(node)) frames.push(node.attribs.src);
    return true;
  });
  return { frames, files: [...new Set(files)] };
}

function fileOf({ attribs }: Element): string | null {
  for (const name of fileAttributes) {
    const value = attribs[name];
    if (!value) continue;
    const inner = viewed.exec(value)?.[1];
    if (inner !== undefined) {
      const address = unescaped(inner);
      if (claimedKind(address)) return address;
    }
    if (claimedKind(value)) return value;
  }
  return null;
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Counters and log-ins stand in frames of no size. */
const isHiddenFrame = ({ attribs }: Element): boolean =>
  /^[01](px)?$/.test(attribs.width ?? '') ||
  /^[01](px)?$/.test(attribs.height ?? '') ||
  /display\s*:\s*none/i.test(attribs.style ?? '');
