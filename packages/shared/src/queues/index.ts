export * from './catalog.ts';
export * from './connection.ts';
export * from './health.ts';
export * from './ledger.ts';
export * from './producer.ts';
export * from './schedules.ts';
export * from './script.ts';
export * from './worker.ts';
