import type { MessageOf, QueueName } from './catalog.ts';

/** A message on its way to a queue. */
export type Emission = { [Q in QueueName]: { readonly queue: Q; readonly message: MessageOf<Q> } }[QueueName];

/** The run of a job that begins a run of its own: no ledger is kept of it. */
export const scheduledRun = 'scheduled';
