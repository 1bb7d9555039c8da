export * from './archive.ts';
export * from './config.ts';
export * from './errors.ts';
export * from './logger.ts';
export * from './ports.ts';
export * from './queues/index.ts';
export * from './version.ts';
export * from './vocabulary/index.ts';
