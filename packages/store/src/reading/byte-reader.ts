import { present } from '@zhibiao/shared';

const LF = 10;

/** Reads a stream of bytes piece by piece. Holds no more than one chunk beside what a call asks for. */
export class ByteReader {
  /** how many bytes have been taken since the start */
  offset = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * @param most bytes of a line, its end included
   * @returns the next line with its end, without one where the input ends in it; null at the end of the input;
   * 'too-long' where it has more bytes than `most`, of which the rest is left
   */
  async line(most: number): Promise<Uint8Array | null | 'too-long'> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(LF);
      const part = this.#cut(end < 0 ? this.#chunk.length : end + 1);
      bytes += part.length;
      if (bytes > most) return 'too-long';
      parts.push(part);
      if (end >= 0) break;
    }
    return parts.length > 0 ? joined(parts) : null;
  }

  /** @returns the next `count` bytes, fewer at the end of the input */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#pass(count, (part) => parts.push(part));
    return joined(parts);
  }

  /** @returns how many bytes were passed over, fewer than `count` at the end of the input */
  skip(count: number): Promise<number> {
    return this.#pass(count, () => {});
  }

  /** Lets go of the source before its end. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #pass(count: number, visit: (part: Uint8Array) => void): Promise<number> {
    let left = count;
    while (left > 0 && (await this.#fill())) {
      const part = this.#cut(Math.min(left, this.#chunk.length));
      left -= part.length;
      visit(part);
    }
    return count - left;
  }

  #cut(count: number): Uint8Array {
    const part = this.#chunk.subarray(0, count);
    this.#chunk = this.#chunk.subarray(count);
    this.offset += part.length;
    return part;
  }

  /** @returns false at the end of the input */
  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) return false;
      this.#chunk = value;
    }
    return true;
  }
}

const joined = (parts: Uint8Array[]): Uint8Array =>
  parts.length === 1 ? present(parts[0], 'the first of parts') : Buffer.concat(parts);
