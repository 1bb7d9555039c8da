import { diffArrays } from 'diff';

/** Sentences in a row that both texts have (`same`), or that only one has. */
interface TextPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface TextDiff {
  /** sentences and UTF-16 code units */
  added: { sentences: number; characters: number };
  removed: { sentences: number; characters: number };
  same: { sentences: number; characters: number };
  parts: TextPart[];
}

/** Differences so far apart are not looked for: beyond it the texts count as wholly different. Bounds the time of a comparison. */
const FARTHEST = 4_000;

/**
 * Compares two texts sentence by sentence.
 * @example
 * ```ts
 * import { diffTexts } from '@zhibiao/store';
 * diffTexts('增长5%。就业稳定。', '增长6%。就业稳定。').same.sentences; // → 1
 * ```
 */
export function diffTexts(before: string, after: string): TextDiff {
  const [a, b] = [sentences(before), sentences(after)];
  const changes = diffArrays(a, b, { maxEditLength: FARTHEST }) ?? [
    { value: a, removed: true, added: false },
    { value: b, removed: false, added: true },
  ];
  const diff: TextDiff = {
    added: { sentences: 0, characters: 0 },
    removed: { sentences: 0, characters: 0 },
    same: { sentences: 0, characters: 0 },
    parts: [],
  };
  for (const { value, added, removed } of changes) {
    if (value.length === 0) continue;
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    const text = value.join('');
    diff[kind].sentences += value.length;
    diff[kind].characters += text.length;
    diff.parts.push({ kind, text });
  }
  return diff;
}

const sentences = (text: string): string[] => text.match(/[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+/g) ?? [];
