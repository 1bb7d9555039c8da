import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { JobBoard } from './job-board.ts';

const job = (n: number, input = `http://例子.cn/${n}`) =>
  ({ queue: 'crawl', jobId: `c${n}`, input }) as const;

it('shows the jobs that were put and not taken, also to another view of the same memory', () => {
  const board = JobBoard.of(4);
  const seen = new JobBoard(board.buffer);
  for (const n of [1, 2, 3]) board.put(job(n));
  board.take(job(2));
  expect(seen.read()).toEqual([job(1), job(3)]);
  board.put(job(4));
  expect(seen.read()).toEqual([job(1), job(4), job(3)]);
  for (const n of [1, 3, 4]) board.take(job(n));
  expect(seen.read()).toEqual([]);
});

it('keeps the names of its jobs whole where the input is long, and has room for a fixed number', () => {
  const board = JobBoard.of(2);
  board.put(job(1, '\u0001'.repeat(5_000)));
  board.put(job(2, '指'.repeat(5_000)));
  board.put(job(3));
  expect(board.read().map(({ jobId, input }) => [jobId, input.length])).toEqual([
    ['c1', 1_000],
    ['c2', 1_000],
  ]);
  board.take(job(3));
  board.take(job(1));
  board.put(job(3));
  expect(board.read().map(({ jobId }) => jobId)).toEqual(['c3', 'c2']);
});

it('leaves out a job that is being written', () => {
  const board = JobBoard.of(1);
  board.put(job(1));
  Buffer.from(board.buffer).write('}', 4);
  expect(board.read()).toEqual([]);
});

it('is read by a thread while the one that wrote it does not answer', () => {
  const board = JobBoard.of(1);
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(
    `const { workerData: { buffer, seen } } = require('node:worker_threads');
     const look = () => {
       const length = Atomics.load(new Int32Array(buffer, 0, 1), 0);
       if (!Buffer.from(buffer).toString('utf8', 4, 4 + length).includes('"c7"')) return setTimeout(look, 5);
       Atomics.store(seen, 0, 1);
       Atomics.notify(seen, 0);
     };
     look();`,
    { eval: true, workerData: { buffer: board.buffer, seen } },
  );
  board.put(job(7));
  // The loop of this thread stands still until the other has seen it.
  expect(Atomics.wait(seen, 0, 0, 10_000)).not.toBe('timed-out');
  return thread.terminate();
});
