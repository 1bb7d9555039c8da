export { UrlBudget } from './budget.ts';
export type { CrawlDeps } from './deps.ts';
export * from './errors.ts';
export { createCrawlHandler } from './handler.ts';
export { PartClaims } from './part-claims.ts';
export { ShellMemory } from './shell-memory.ts';
export { HostSlots } from './slots.ts';
export { startMessages } from './start-run.ts';
