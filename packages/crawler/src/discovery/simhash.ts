/** Shingles are so many characters long; `near-duplicate.ts` of the shared package has the measurements. */
const shingleLength = 3;
/** Shorter texts have too few shingles for their hash to mean anything. */
const minCharacters = 100;

/** What a reader would call the same text: no spaces, punctuation, widths or case; digits stay, they tell years apart. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * 64-bit simhash (Charikar 2002; for pages: Manku, Jain, Das Sarma 2007) of the set of a text's character shingles.
 * A set and not a bag: what every report repeats would drown what is its own.
 * @returns 16 hexadecimal digits, or null for a text of fewer than 100 letters and digits
 */
export function simhash(text: string): string | null {
  const chars = essence(text);
  if (chars.length < minCharacters) return null;
  // How often each value occurs at each of the eight bytes: 8 additions per shingle in place of 64.
  const histogram = new Uint32Array(8 * 256);
  const seen = new HashSet(chars.length);
  let shingles = 0;
  for (let i = 0; i + shingleLength <= chars.length; i++) {
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let j = i; j < i + shingleLength; j++) {
      const unit = chars.charCodeAt(j);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995);
      high ^= high >>> 15;
    }
    low = finalise(low);
    high = finalise(high);
    if (!seen.add(low)) continue;
    shingles++;
    for (let byte = 0; byte < 4; byte++) {
      histogram[(byte << 8) | ((low >>> (byte * 8)) & 0xff)]!++;
      histogram[((byte + 4) << 8) | ((high >>> (byte * 8)) & 0xff)]!++;
    }
  }
  let hash = '';
  for (let byte = 0; byte < 8; byte++) {
    hash += majorityByte(histogram.subarray(byte * 256, byte * 256 + 256), shingles)
      .toString(16)
      .padStart(2, '0');
  }
  return hash;
}

/** Each bit as most of the counted bytes have it. */
function majorityByte(counts: Uint32Array, total: number): number {
  let result = 0;
  for (let bit = 0; bit < 8; bit++) {
    let ones = 0;
    for (let value = 0; value < 256; value++) if ((value >>> bit) & 1) ones += counts[value]!;
    if (ones * 2 > total) result |= 1 << bit;
  }
  return result;
}

/** The last steps of MurmurHash3: without them neighbouring characters give neighbouring hashes. */
function finalise(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A set of 32-bit numbers with open addressing: several times as fast here as `Set`. */
class HashSet {
  private readonly slots: Float64Array;
  private readonly mask: number;

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(expected * 2 + 2));
    this.slots = new Float64Array(size).fill(-1);
    this.mask = size - 1;
  }

  /** @returns false where it was there already */
  add(value: number): boolean {
    for (let at = value & this.mask; ; at = (at + 1) & this.mask) {
      if (this.slots[at] === value) return false;
      if (this.slots[at] === -1) {
        this.slots[at] = value;
        return true;
      }
    }
  }
}
