export { type Console, createConsole, type Listening } from './console.ts';
export type { ConsoleDeps } from './deps.ts';
