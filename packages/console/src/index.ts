export { type Console, createConsole, type Listening } from './console.ts';
export type { ConsoleDeps } from './deps.ts';
export {
  type ObservationChange,
  observationChanges,
  type TextChange,
  textChanges,
} from './providers/changes.ts';
