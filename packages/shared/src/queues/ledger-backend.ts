import { readFileSync } from 'node:fs';
import {
  type BackendFactory,
  createRedisBackend,
  DelayedError,
  type RedisClient,
  type RedisQueueBackend,
} from 'bullmq';
// The scripts have no export of their own; the version of BullMQ is pinned.
import scripts from 'bullmq/dist/cjs/scripts/index.js';
import { isServiceFault } from '../errors.ts';

/** What a script of BullMQ does in the ledger first: the keys and arguments that follow its own. */
export interface LedgerStep {
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** Steps of the ledger that are done together with BullMQ's own: one script changes a job in its run and in its queue. */
export class LedgerSteps {
  readonly #opening = new Map<string, { readonly step: LedgerStep; readonly senders: number }>();
  readonly #ending = new Map<string, { readonly step: LedgerStep; onFault(error: Error): void }>();

  /** Takes the step when `add` queues the job. @returns what `add` does, with no id where the run has dealt with the job before */
  async open<T>(jobId: string, step: LedgerStep, add: () => Promise<T>): Promise<T> {
    // Several may send the same job at once, with the same step.
    const count = (more: number) => {
      const senders = (this.#opening.get(jobId)?.senders ?? 0) + more;
      if (senders > 0) this.#opening.set(jobId, { step, senders });
      else this.#opening.delete(jobId);
    };
    count(1);
    try {
      return await add();
    } finally {
      count(-1);
    }
  }

  /**
   * Takes the step when the worker finishes the job. A Redis that cannot take it (it is full) uses up no try: `onFault` is
   * told, and the job is found by the search for stalled ones.
   */
  end(jobId: string, step: LedgerStep, onFault: (error: Error) => void): void {
    this.#ending.set(jobId, { step, onFault });
  }

  /** Forgets the step of a job that begins anew: it has not been finished as it was thought to be. */
  begin(jobId: string): void {
    this.#ending.delete(jobId);
  }

  /** What queues and workers talk to Redis with. */
  readonly backend: BackendFactory<RedisQueueBackend> = (name, options, kind) => {
    const backend = createRedisBackend(name, options, kind);
    const addJob = backend.addJob.bind(backend);
    backend.addJob = async (job, jobId, parent) => {
      const opening = this.#opening.get(jobId ?? '');
      if (!opening) return addJob(job, jobId, parent);
      const client = await backend.connection.client;
      const runCommand = (command: string, args: unknown[]) =>
        run(client, 'open-then', command, args, opening.step);
      return backend.addJobToTransaction({ runCommand } as unknown as RedisClient, job, jobId ?? '', parent);
    };
    const execCommand = backend.execCommand.bind(backend);
    backend.execCommand = (client, command, args) => {
      const [id, , , , target] = command === 'moveToFinished' ? args.slice(scripts[command]?.keys) : [];
      const ending = target === 'completed' ? this.#ending.get(id) : undefined;
      return ending
        ? this.#finish(
            id,
            ending.onFault,
            run(client as RedisClient, 'done-then', command, args, ending.step),
          )
        : execCommand(client, command, args);
    };
    return backend;
  };

  async #finish(id: string, onFault: (error: Error) => void, finished: Promise<unknown>): Promise<unknown> {
    try {
      const result = await finished;
      // Until it has an answer it may have to ask again.
      this.#ending.delete(id);
      return result;
    } catch (error) {
      // Of a lost connection BullMQ takes care itself.
      if (!isServiceFault(error) || (error as Error).name !== 'ReplyError') throw error;
      onFault(error as Error);
      // To BullMQ a job that has been moved: it is left as it is.
      throw new DelayedError();
    }
  }
}

const text = (name: string) => readFileSync(new URL(`../../lua/${name}.lua`, import.meta.url), 'utf8');
const steps = { 'open-then': text('open-then'), 'done-then': text('done-then') };

/** @param command of BullMQ, with or without its version */
function run(
  client: RedisClient,
  step: keyof typeof steps,
  command: string,
  args: readonly unknown[],
  { keys, args: further }: LedgerStep,
): Promise<unknown> {
  const name = command.split(':')[0] ?? '';
  const script = scripts[name];
  if (!script) throw new TypeError(`BullMQ has no script ${name}.`);
  const own = `${step}:${name}`;
  const commands = client as unknown as Record<string, unknown> & {
    defineCommand(name: string, definition: { lua: string; numberOfKeys: number }): void;
  };
  if (!commands[own])
    commands.defineCommand(own, {
      lua: `${steps[step]}\n${script.content}`,
      numberOfKeys: script.keys + keys.length,
    });
  const before = args.slice(0, script.keys);
  return client.runCommand(own, [...before, ...keys, ...args.slice(script.keys), ...further]);
}
