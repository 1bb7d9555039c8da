/**
 * Two texts whose simhashes differ in at most so many of 64 bits are copies of one another.
 *
 * Measured by `near-duplicate.corpus.test.ts` of the crawler on 93 real reports of provinces, cities and counties, several regions
 * with up to eleven consecutive years. The nearest two different reports are 16 bits apart. Copies found, and bits
 * apart (median, 9 in 10, most): a site's furniture around the text 92 of 93 (2, 5, 8); one wrong character in 200
 * 91 (4, 6, 9); the first 5 % missing 91 (3, 6, 8); furniture and one wrong character in 300 84 (4, 7, 10).
 * A copy that lacks a tenth or more is found by half (median 7), one that lacks a half never. The 3 bits that are
 * usual for web pages would find half of the copies with furniture and typing errors.
 */
export const copyDistance = 7;

/**
 * @param a 16 hexadecimal digits
 * @param b likewise
 * @returns how many of the 64 bits differ
 * @example
 * ```ts
 * import { hammingDistance } from '@zhibiao/shared';
 * hammingDistance('00000000000000ff', '000000000000000f'); // → 4
 * ```
 */
export function hammingDistance(a: string, b: string): number {
  let distance = 0;
  for (const at of [0, 8]) {
    let bits = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) distance++;
  }
  return distance;
}

/**
 * Keys for an index in which copies are found: two hashes that differ in at most 7 bits agree in at least one of
 * the 8 bytes (pigeonhole). Look up all keys, then compare by {@link hammingDistance}.
 * @returns 8 keys such as `3:9f`
 * @example
 * ```ts
 * import { bands } from '@zhibiao/shared';
 * bands('9f00112233445566')[0]; // → '0:9f'
 * ```
 */
export function bands(simhash: string): string[] {
  return Array.from({ length: 8 }, (_, byte) => `${byte}:${simhash.slice(byte * 2, byte * 2 + 2)}`);
}

/**
 * Groups copies. A copy of a copy belongs to the group, so its ends may be further apart than {@link copyDistance}.
 * @returns every id once, groups and their members in the order given
 * @example
 * ```ts
 * import { clusterCopies } from '@zhibiao/shared';
 * const near = [{ id: 'a', simhash: '00000000000000ff' }, { id: 'b', simhash: '00000000000000fe' }];
 * clusterCopies([...near, { id: 'c', simhash: 'ffffffffffffffff' }]); // → [['a', 'b'], ['c']]
 * ```
 */
export function clusterCopies(items: readonly { id: string; simhash: string }[]): string[][] {
  const parent = items.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    for (let above = parent[at]; above !== undefined && above !== at; above = parent[at]) {
      parent[at] = parent[above] ?? above;
      at = above;
    }
    return at;
  };
  const index = new Map<string, { readonly i: number; readonly simhash: string }[]>();
  items.forEach(({ simhash }, i) => {
    for (const key of bands(simhash)) {
      const others = index.get(key) ?? [];
      for (const other of others) {
        const [a, b] = [root(i), root(other.i)];
        if (a !== b && hammingDistance(simhash, other.simhash) <= copyDistance) {
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
      others.push({ i, simhash });
      index.set(key, others);
    }
  });
  const groups = new Map<number, string[]>();
  items.forEach(({ id }, i) => {
    groups.set(root(i), [...(groups.get(root(i)) ?? []), id]);
  });
  return [...groups.values()];
}
