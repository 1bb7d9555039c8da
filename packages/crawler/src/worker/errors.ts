import { FinalError } from '@zhibiao/shared';

/** robots.txt asks crawlers to stay away. */
export class RobotsDisallowedError extends FinalError {}

/** The page holds nothing to read and no link to follow, not even after rendering where that is allowed. */
export class EmptyPageError extends FinalError {}
