import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { UnreadableFileError } from './errors.ts';

/** What is left of the bytes that one file may unpack to; shared by all that is inside it. */
export interface UnpackBudget {
  bytes: number;
  readonly maxMembers: number;
}

const open = promisify<Buffer, object, ZipFile>(fromBuffer);
const UTF8_NAMES = 0x800;
const ENCRYPTED = 0x1;

/** Members of a zip by name, unpacked one by one when asked for. */
export class Zip {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #budget: UnpackBudget;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, budget: UnpackBudget) {
    this.#zip = zip;
    this.#entries = entries;
    this.#budget = budget;
  }

  /** @throws UnreadableFileError */
  static async open(bytes: Uint8Array, name: string, budget: UnpackBudget): Promise<Zip> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const zip = await open(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false });
      return new Zip(zip, await readEntries(zip, name, budget.maxMembers), budget);
    } catch (error) {
      throw error instanceof UnreadableFileError ? error : damaged(name, error);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws UnreadableFileError for a member that is not there, locked, damaged or beyond the budget */
  async read(name: string): Promise<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new UnreadableFileError(`${name} is not in the archive: the file is damaged.`, name);
    if (entry.generalPurposeBitFlag & ENCRYPTED)
      throw new UnreadableFileError(
        `${name} is locked with a password. Ask its publisher for an open copy.`,
        name,
      );
    if (entry.uncompressedSize > this.#budget.bytes) throw tooLarge(name);
    try {
      const stream = await promisify(this.#zip.openReadStream.bind(this.#zip) as Opener)(entry);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) {
        this.#budget.bytes -= (chunk as Buffer).length;
        if (this.#budget.bytes < 0) throw tooLarge(name);
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    } catch (error) {
      throw error instanceof UnreadableFileError ? error : damaged(name, error);
    }
  }

  /** A text member, or '' where it is not there. */
  async text(name: string): Promise<string> {
    return this.has(name) ? new TextDecoder().decode(await this.read(name)) : '';
  }
}

type Opener = (entry: Entry, callback: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

function readEntries(zip: ZipFile, name: string, max: number): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      const path = decodeName(entry.fileName as unknown as Buffer, entry.generalPurposeBitFlag);
      if (!path.endsWith('/')) found.set(path, entry);
      if (found.size > max)
        reject(
          new UnreadableFileError(`${name} holds more than ${max} files. Leave it out of the source.`, name),
        );
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Names of Chinese archives are GBK unless they say that they are UTF-8; some are UTF-8 without saying so. */
function decodeName(raw: Uint8Array, flags: number): string {
  if (flags & UTF8_NAMES) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

const damaged = (name: string, cause: unknown) =>
  new UnreadableFileError(
    `${name} cannot be unpacked (${(cause as Error).message}): the file is damaged.`,
    name,
    { cause },
  );

const tooLarge = (name: string) =>
  new UnreadableFileError(
    `${name} unpacks to more than may be unpacked of one file. Leave it out of the source.`,
    name,
  );
