import { UnreadableFileError } from './errors.ts';
import { fileKind } from './kind.ts';
import type { FileContents, FileLimits } from './types.ts';
import { type UnpackBudget, Zip } from './zip.ts';

/** Reads one file in this thread; {@link readFile} does so in one that can be stopped. @throws UnreadableFileError */
export function readHere(bytes: Uint8Array, name: string, limits: FileLimits): Promise<FileContents> {
  const budget = { bytes: limits.maxUnpackedBytes, maxMembers: limits.maxMembers };
  return readOne({ bytes, name }, { limits, budget, depth: 0 });
}

interface Reading {
  limits: FileLimits;
  budget: UnpackBudget;
  depth: number;
}

// each kind's parser is loaded when a file of the kind comes
async function readOne(
  { bytes, name }: { bytes: Uint8Array; name: string },
  reading: Reading,
): Promise<FileContents> {
  switch (fileKind(bytes)) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, name, reading.limits);
    case 'old-office':
      return { texts: [await (await import('./doc.ts')).readDoc(bytes, name)], scans: [] };
    case 'image':
      return { texts: [], scans: [{ name, page: 1, image: bytes }] };
    case 'office-zip':
      return readZip(bytes, name, reading);
    case 'rar':
      return readMembers(
        name,
        await (await import('./rar.ts')).readRar(bytes, name, reading.budget),
        reading,
      );
    case 'rtf':
    case '7z':
      throw new UnreadableFileError(
        `${name} is an RTF or 7z file, which Zhibiao does not read. Save it as .docx, PDF or ZIP.`,
        name,
      );
    case null:
      throw new UnreadableFileError(
        `${name} is of no kind that Zhibiao knows. It reads PDF, DOCX, DOC, WPS, XLSX, OFD, ZIP, RAR.`,
        name,
      );
  }
}

async function readZip(bytes: Uint8Array, name: string, reading: Reading): Promise<FileContents> {
  const zip = await Zip.open(bytes, name, reading.budget);
  if (zip.has('OFD.xml')) return (await import('./ofd.ts')).readOfd(zip, name, reading.limits);
  if (zip.has('xl/workbook.xml'))
    return { texts: [await (await import('./xlsx.ts')).readXlsx(zip, name)], scans: [] };
  if (zip.names.some((n) => /^word\/document\d*\.xml$/.test(n)))
    return { texts: [await (await import('./docx.ts')).readDocx(zip, name)], scans: [] };
  if (zip.has('[Content_Types].xml') || zip.has('mimetype'))
    throw new UnreadableFileError(
      `${name} is an Office file without text that Zhibiao reads (slides, OpenDocument). Save it as .docx or PDF.`,
      name,
    );
  const members: { name: string; bytes: Uint8Array }[] = [];
  for (const member of zip.names.filter((n) => !/(^|\/)(__MACOSX|\.|Thumbs\.db)/.test(n)))
    members.push({ name: member, bytes: await zip.read(member) });
  return readMembers(name, members, reading);
}

/** Members that cannot be read are passed over while any other can. */
async function readMembers(
  name: string,
  members: readonly { name: string; bytes: Uint8Array }[],
  reading: Reading,
): Promise<FileContents> {
  if (reading.depth >= reading.limits.maxNesting)
    throw new UnreadableFileError(
      `${name} is an archive inside archives, deeper than ${reading.limits.maxNesting}.`,
      name,
    );
  const contents: FileContents = { texts: [], scans: [] };
  let failure: unknown;
  for (const member of [...members].sort((a, b) => a.name.localeCompare(b.name, 'zh'))) {
    try {
      const inner = await readOne(member, { ...reading, depth: reading.depth + 1 });
      contents.texts.push(...inner.texts);
      contents.scans.push(...inner.scans);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      failure ??= error;
    }
  }
  if (contents.texts.length + contents.scans.length > 0) return contents;
  throw failure ?? new UnreadableFileError(`${name} is an archive without any file.`, name);
}
