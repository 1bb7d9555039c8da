import { present } from '@zhibiao/shared';
import { lettersAndDigits } from '../clean/furniture/same-text.ts';

/** Shorter texts have too few shingles for their hash to mean anything. */
const minCharacters = 100;

/**
 * 64-bit simhash (Charikar 2002; for pages: Manku, Jain, Das Sarma 2007) of the set of a text's shingles of three
 * characters (`near-duplicate.ts` of the shared package has the measurements) of its letters and digits: digits stay,
 * they tell years apart. A set and not a bag: what every report repeats would drown what is its own.
 * @returns 16 hexadecimal digits, or null for a text of fewer than 100 letters and digits
 */
export function simhash(text: string): string | null {
  const chars = lettersAndDigits(text.normalize('NFKC').toLowerCase());
  if (chars.length < minCharacters) return null;
  // How often each value occurs at each of the eight bytes: 8 additions per shingle in place of 64.
  const histogram = new Uint32Array(8 * 256);
  const count = (at: number) => {
    histogram[at] = (histogram[at] ?? 0) + 1;
  };
  const seen = new HashSet(chars.length);
  let shingles = 0;
  let first = chars.charCodeAt(0);
  let second = chars.charCodeAt(1);
  for (let i = 2; i < chars.length; i++) {
    const third = chars.charCodeAt(i);
    const low = finalise(addLow(addLow(addLow(0x811c9dc5, first), second), third));
    if (seen.add(low)) {
      const high = finalise(addHigh(addHigh(addHigh(0x9747b28c, first), second), third));
      for (let byte = 0; byte < 4; byte++) {
        count((byte << 8) | ((low >>> (byte * 8)) & 0xff));
        count(((byte + 4) << 8) | ((high >>> (byte * 8)) & 0xff));
      }
      shingles++;
    }
    first = second;
    second = third;
  }
  let hash = '';
  for (let byte = 0; byte < 8; byte++) {
    const counts = histogram.subarray(byte * 256, byte * 256 + 256);
    hash += majorityByte(counts, shingles).toString(16).padStart(2, '0');
  }
  return hash;
}

function addLow(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function addHigh(hash: number, unit: number): number {
  const h = Math.imul(hash ^ unit, 0x5bd1e995);
  return h ^ (h >>> 15);
}

/** Each bit as most of the counted bytes have it. */
function majorityByte(counts: Uint32Array, total: number): number {
  const ones = new Uint32Array(8);
  for (let value = 0; value < 256; value++) {
    const count = present(counts[value], 'counts at value');
    if (count > 0)
      for (let bit = 0; bit < 8; bit++) ones[bit] = (ones[bit] ?? 0) + ((value >>> bit) & 1) * count;
  }
  return ones.reduce((result, count, bit) => (count * 2 > total ? result | (1 << bit) : result), 0);
}

/** The last steps of MurmurHash3: without them neighbouring characters give neighbouring hashes. */
function finalise(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A set of 32-bit numbers with open addressing: several times as fast here as `Set`. */
class HashSet {
  /** 0 marks a free slot: the number 0 has its own place. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private hasZero = false;

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(expected * 2 + 2));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /** @returns false where it was there already */
  add(value: number): boolean {
    if (value === 0) {
      const isNew = !this.hasZero;
      this.hasZero = true;
      return isNew;
    }
    for (let at = value & this.mask; ; at = (at + 1) & this.mask) {
      if (this.slots[at] === value) return false;
      if (this.slots[at] === 0) {
        this.slots[at] = value;
        return true;
      }
    }
  }
}
