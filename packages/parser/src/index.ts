export type { Step } from './explain.ts';
export { type Lexicon, loadLexicon } from './lexicon/index.ts';
export { type ParseOptions, parseArticle } from './parse.ts';
export { type ArticleText, frameReports, type ReportFrame } from './reports/index.ts';
export { parserVersion } from './version.ts';
