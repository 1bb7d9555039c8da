/** What travels through the queues: loads zod alone, so that whoever only names or reads messages need not load BullMQ. */
export * from './catalog.ts';
export { type Emission, scheduledRun } from './emission.ts';
