// The score of the public article-extraction-benchmark (MIT, Zyte): overlap of 4-word shingles as multisets, per page
// normalised by its own sum, precision and recall averaged over pages. Chinese characters are words of their own here when
// `han` is asked for; the benchmark itself takes runs of letters, digits and underscores.

type Counts = { tp: number; fp: number; fn: number };

const word = /[\p{L}\p{N}_]+/gu;
const hanWord = /\p{Script=Han}|[^\P{L}\p{Script=Han}]+|[\p{N}_]+/gu;

function shingles(text: string, han: boolean): Map<string, number> {
  const tokens = text.match(han ? hanWord : word) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join('\u0001');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export function compare(gold: string, found: string, han = false): Counts {
  const a = shingles(gold, han);
  const b = shingles(found, han);
  let [tp, fp, fn] = [0, 0, 0];
  for (const [shingle, n] of a) {
    tp += Math.min(n, b.get(shingle) ?? 0);
    fn += Math.max(0, n - (b.get(shingle) ?? 0));
  }
  for (const [shingle, n] of b) fp += Math.max(0, n - (a.get(shingle) ?? 0));
  const sum = tp + fp + fn || 1;
  return { tp: tp / sum, fp: fp / sum, fn: fn / sum };
}

export function score(pages: readonly Counts[]): { precision: number; recall: number; f1: number } {
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / (list.length || 1);
  const precision = mean(pages.filter((p) => p.tp + p.fp > 0).map((p) => p.tp / (p.tp + p.fp)));
  const recall = mean(pages.filter((p) => p.tp + p.fn > 0).map((p) => p.tp / (p.tp + p.fn)));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
