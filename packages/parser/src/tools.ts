import { buildGrammar, type Grammar } from './claims/index.ts';
import { type Lexicon, loadLexicon } from './lexicon/index.ts';
import { IndicatorTable } from './lexicon/indicators.ts';
import { QuantityScanner } from './quantities/scan.ts';

/** The parser's knowledge in the shapes that it is used in. */
export interface Tools {
  scanner: QuantityScanner;
  grammar: Grammar;
  indicators: IndicatorTable;
}

const built = new WeakMap<Lexicon, Tools>();
let own: Lexicon | null = null;

/** The built-in lexicon: read on first use, then shared. */
export function ownLexicon(): Lexicon {
  own ??= loadLexicon();
  return own;
}

/** Tables of a lexicon, built once for each. */
export function toolsFor(lexicon: Lexicon): Tools {
  const known = built.get(lexicon);
  if (known !== undefined) return known;
  const indicators = new IndicatorTable(lexicon);
  const tools = {
    scanner: new QuantityScanner(lexicon),
    grammar: buildGrammar(lexicon, (name) => indicators.knows(name)),
    indicators,
  };
  built.set(lexicon, tools);
  return tools;
}
