import { FinalError } from '@zhibiao/shared';

/** robots.txt asks crawlers to stay away. */
export class RobotsDisallowedError extends FinalError {}

/** A 200 answer that is a block, login or challenge page instead of the text. The host is left alone for a while. */
export class BlockedPageError extends FinalError {}

/** The page holds nothing to read, not even after rendering. */
export class EmptyPageError extends FinalError {}
