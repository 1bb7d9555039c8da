import { present, type Suggestion, UsageError } from '@zhibiao/shared';
import { directions } from '../knowledge/files.ts';
import type { Tables } from '../tables/definitions.ts';
import type { TermRow } from '../tables/rows.ts';

const MOST = 10;
const codes = new Set(Object.values(directions).flatMap((part) => part.codes));

/**
 * A code that is none and a name that nobody uses are mistakes, which an empty answer would hide. A code of the lexicon
 * of which nothing is known yet
 * is none, and neither is any word in a store that is empty.
 * @throws UsageError with what may have been meant
 */
export async function checkIndicator(
  tables: Tables,
  { code, name }: { code?: string | undefined; name?: string | undefined },
): Promise<void> {
  if (code !== undefined) await checkCode(tables, code);
  else if (name !== undefined) await checkName(tables, name);
}

async function checkCode(tables: Tables, code: string): Promise<void> {
  if (codes.has(code) || (await isTopic(tables, code)) || (await isEmpty(tables))) return;
  const terms = await termsLike(tables, code);
  const near = [...codes].filter((known) => known.includes(code) || distance(known, code) <= 2);
  refuse('code', `no indicator has the code ${code}`, [
    ...terms.map(suggestionOf),
    ...near.map((known) => ({ name: known, code: known })),
  ]);
}

async function checkName(tables: Tables, name: string): Promise<void> {
  const known = await tables.terms.find({ name: { eq: name } }, { by: 'name', limit: 1 });
  if (known.length > 0 || (await isTopic(tables, name)) || (await isEmpty(tables))) return;
  const terms = await termsLike(tables, name);
  const meant = codes.has(name) ? [{ name, code: name }] : [];
  refuse('name', `no report has an indicator of the name ${name}`, [...meant, ...terms.map(suggestionOf)]);
}

function refuse(field: string, what: string, found: readonly Suggestion[]): never {
  const suggestions = found.slice(0, MOST);
  const near = suggestions.map(({ name, code }) => (code && code !== name ? `${name} (${code})` : name));
  throw new UsageError(`${field}: ${what}.${near.length ? ` Near it: ${near.join(', ')}.` : ''}`, field, {
    suggestions,
  });
}

const suggestionOf = ({ name, code }: TermRow): Suggestion => ({ name, code });

const isTopic = async (tables: Tables, topic: string) =>
  (await tables.figures.find({ topic: { eq: topic } }, { by: 'id', limit: 1 })).length > 0;

const isEmpty = async (tables: Tables) => (await tables.terms.find({}, { by: 'id', limit: 1 })).length === 0;

/** Terms whose names begin like a wrong one, the longest beginning that any has. */
async function termsLike(tables: Tables, word: string): Promise<TermRow[]> {
  for (let length = Math.min(word.length, 12); length >= 2; length--) {
    const found = await tables.terms.find(
      { name: { prefix: word.slice(0, length) } },
      { by: 'name', limit: MOST },
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** How many letters have to be changed, put in or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          present(row[j], 'row at j') + 1,
          present(next[j - 1], 'the one before in next') + 1,
          present(row[j - 1], 'the one before in row') + Number(a[i - 1] !== b[j - 1]),
        ),
      );
    row = next;
  }
  return present(row[b.length], 'the entry for length in row');
}
