/**
 * A parser version is its code's version, the hash of the lexicon and hashes of other data, joined by `-` (or `+` before the first
 * hash): `12-<lexicon>-<data>`.
 */
const parts = (version: string): string[] => version.split(/[-+]/);

/** True when two versions differ in the lexicon and in nothing else. */
export function onlyLexiconDiffers(a: string, b: string): boolean {
  const [codeA, lexiconA, ...restA] = parts(a);
  const [codeB, lexiconB, ...restB] = parts(b);
  return codeA === codeB && lexiconA !== lexiconB && restA.join() === restB.join();
}

/**
 * True when a version's code is older than `than`'s, or the same with other data: hashes have no order. A bare `12` stands for any
 * version of that code.
 */
export function isOlderParser(version: string, than: string): boolean {
  const [code = '', ...data] = parts(version);
  const [thanCode = '', ...thanData] = parts(than);
  // Numbered code has an order; of code named by a hash, any other counts as older than the one that is asked for.
  const numbered = /^\d+$/.test(code) && /^\d+$/.test(thanCode);
  if (!numbered && code !== thanCode) return true;
  const order = code.localeCompare(thanCode, 'en', { numeric: true });
  return order < 0 || (order === 0 && thanData.length > 0 && data.join() !== thanData.join());
}
