import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a module in a thread. Sources run as they are in tests: the thread then needs a loader of its own.
 * @param name of the module without its ending
 * @param from `import.meta.url` of a module in the same folder
 */
export function startThread(name: string, from: string, options: WorkerOptions): Worker {
  const script = new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from);
  if (script.pathname.endsWith('.js')) return new Worker(script, options);
  const start = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(script.href)}); })`;
  return new Worker(start, { ...options, eval: true });
}
