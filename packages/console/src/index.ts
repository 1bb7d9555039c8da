export { type Console, createConsole, type Listening } from './console.ts';
export type { ConsoleDeps } from './deps.ts';
export { type Awaited, listenWaiting } from './waiting.ts';
