import { FinalError } from '@zhibiao/shared';

/** robots.txt asks crawlers to stay away. */
export class RobotsDisallowedError extends FinalError {}

/** An imported crawl does not hold the answer of this address, and nobody may ask for it. */
export class NotArchivedError extends FinalError {}

/** The page holds nothing to read and no link to follow, not even after rendering where that is allowed. */
export class EmptyPageError extends FinalError {}
