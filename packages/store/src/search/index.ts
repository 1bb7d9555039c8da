export { articlesOf, type IndexingResult, indexTexts } from './index-texts.ts';
export type { Passage } from './passages.ts';
export { SearchQuery, search, type TextHit } from './search.ts';
