/**
 * The vocabulary as zod schemas, settings, errors and the logger.
 *
 * @module @zhibiao/shared
 */
export * from './archive.ts';
export * from './config.ts';
export * from './errors.ts';
export * from './fingerprint.ts';
export * from './logger.ts';
export * from './near-duplicate.ts';
export * from './ports.ts';
export * from './present.ts';
export * from './version.ts';
export * from './visible.ts';
export * from './vocabulary/index.ts';
export * from './without-password.ts';
