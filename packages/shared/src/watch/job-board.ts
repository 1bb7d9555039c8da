import type { WatchedJob } from '../queues/suspects.ts';

/** Bytes of one place: a job with an input that is cut to `longestInput` fits whatever its characters are. */
const placeBytes = 8 * 1024;
/** UTF-16 units */
const longestInput = 1_000;

/**
 * The jobs that a process is at, in memory that another thread reads even while this one does not answer. A message for
 * each job would cost both threads more than all of Redis does.
 */
export class JobBoard {
  /** give it to the other thread, which opens a board of its own on it */
  readonly buffer: SharedArrayBuffer;
  /** of each place how many bytes are written, 0 where it is free */
  readonly #lengths: Int32Array;
  readonly #bytes: Buffer;
  readonly #taken = new Map<string, number>();

  constructor(buffer: SharedArrayBuffer) {
    const places = Math.floor(buffer.byteLength / (placeBytes + Int32Array.BYTES_PER_ELEMENT));
    this.buffer = buffer;
    this.#lengths = new Int32Array(buffer, 0, places);
    this.#bytes = Buffer.from(buffer, this.#lengths.byteLength, places * placeBytes);
  }

  /** @param places how many jobs may be under way at once; one that finds no place is not on the board */
  static of(places: number): JobBoard {
    return new JobBoard(new SharedArrayBuffer(places * (placeBytes + Int32Array.BYTES_PER_ELEMENT)));
  }

  put(job: WatchedJob): void {
    const place = this.#lengths.indexOf(0);
    if (place < 0) return;
    const text = JSON.stringify({ ...job, input: job.input.slice(0, longestInput) });
    const length = this.#bytes.write(text, place * placeBytes, placeBytes);
    this.#taken.set(job.jobId, place);
    // Last: whoever sees a length finds the whole job.
    Atomics.store(this.#lengths, place, length);
  }

  take({ jobId }: WatchedJob): void {
    const place = this.#taken.get(jobId);
    if (place === undefined) return;
    this.#taken.delete(jobId);
    Atomics.store(this.#lengths, place, 0);
  }

  /** All that are there. One that changes at this very moment is left out: its process answers. */
  read(): WatchedJob[] {
    const jobs: WatchedJob[] = [];
    for (let place = 0; place < this.#lengths.length; place++) {
      const length = Atomics.load(this.#lengths, place);
      if (length === 0) continue;
      const start = place * placeBytes;
      try {
        jobs.push(JSON.parse(this.#bytes.toString('utf8', start, start + length)) as WatchedJob);
      } catch {}
    }
    return jobs;
  }
}
