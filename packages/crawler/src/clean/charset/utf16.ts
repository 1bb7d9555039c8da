/** Bytes that are looked at; and how many are needed to say anything. */
const LOOK = 4_000;
const MIN = 40;
/** Of the higher bytes of Chinese text so many are of Han, of punctuation, of full width or zero; of the lower ones few are. */
const HIGH = 0.95;
const LOW = 0.6;

/**
 * Whether bytes are UTF-16 that has lost its mark: Latin letters leave a zero at every second place, and Han characters
 * have 4E to 9F there. Bytes of UTF-8 and of the GB encodings show no such difference between even and odd places.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length, LOOK) & ~1;
  if (n < MIN) return null;
  // at even places, at odd places
  const zeros: [number, number] = [0, 0];
  const high: [number, number] = [0, 0];
  for (let i = 0; i < n; i++) {
    const byte = bytes[i] ?? 0;
    const place = (i & 1) as 0 | 1;
    if (byte === 0) zeros[place]++;
    if (byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f))
      high[place]++;
  }
  const half = n / 2;
  const isHigh = (at: 0 | 1, other: 0 | 1) =>
    (zeros[at] > n / 8 && zeros[other] < n / 100) || (high[at] >= half * HIGH && high[other] <= half * LOW);
  if (isHigh(1, 0)) return 'utf-16le';
  return isHigh(0, 1) ? 'utf-16be' : null;
}
