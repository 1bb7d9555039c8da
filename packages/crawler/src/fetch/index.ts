export { forbiddenRange, hostPort } from './address.ts';
export { describeAnswer } from './answer.ts';
export { isFileType, isTextType } from './content-type.ts';
export * from './errors.ts';
export { createFetcher, type Fetcher, type FetcherOptions, userAgent } from './fetcher.ts';
export { resolveLocation } from './location.ts';
export { checkAddress, createPoster, NotTakenError, type Poster } from './post.ts';
export { type Resolver, systemResolver } from './resolver.ts';
export { defaultLimits, type Fetched, type FetchLimits, type FetchRequest, header } from './types.ts';
