/**
 * An article in, its reports with their observations out. Pure: no clock, no network, no database.
 *
 * @module @zhibiao/parser
 */
export type { Step } from './explain.ts';
export { type Lexicon, loadLexicon } from './lexicon/index.ts';
export { type ParseOptions, parseArticle } from './parse.ts';
export { type ArticleText, frameReports, type ReportFrame } from './reports/index.ts';
export { parserVersion } from './version.ts';
