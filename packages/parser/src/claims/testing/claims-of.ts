import { QuantityScanner } from '../../quantities/scan.ts';
import { splitSentences } from '../../text/sentences.ts';
import { readView } from '../../text/view.ts';
import { ownLexicon, toolsFor } from '../../tools.ts';
import { type Claim, type FindPlace, readClaims } from '../index.ts';

/** The claims of a text, sentence by sentence, read with the built-in lexicon. */
export function claimsOf(text: string, findPlace: FindPlace = () => null): Claim[] {
  const lexicon = ownLexicon();
  const view = readView(text);
  const quantities = new QuantityScanner(lexicon).scan(view.text);
  return splitSentences(view.text).flatMap((sentence) => {
    const inside = quantities.filter((q) => q.start >= sentence.start && q.end <= sentence.end);
    return readClaims(view.text, sentence, inside, toolsFor(lexicon).grammar, findPlace);
  });
}

/** `name value unit`, signed, for comparing at a glance. */
export const told = (text: string, findPlace?: FindPlace): string[] =>
  claimsOf(text, findPlace).map(
    (claim) => `${claim.name} ${claim.sign * claim.quantity.value}${claim.quantity.unit}`,
  );
