export { expandName, type FoldName, nameFolder } from './fold.ts';
export { indicatorLinks, type Links } from './links.ts';
export { type Lexicon, loadLexicon } from './load.ts';
export type { Dimension, Hedge, Hedges, Indicator, Names, Stops, Units, Verbs } from './schema.ts';
export { WordTable, wordTable } from './words.ts';
