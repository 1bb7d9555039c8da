export { backup } from './backup.ts';
export type { Manifest } from './parts.ts';
export { type RestoreOptions, restore } from './restore.ts';
export { applyRetention, type RetentionPolicy, type RetentionResult } from './retention.ts';
export { unreadMessages } from './unread.ts';
export { type Fault, type VerifyOptions, type VerifyResult, verify } from './verify.ts';
