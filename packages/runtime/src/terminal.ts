/** What a command may do to the outside: data to standard output, words to standard error, and an exit code. */
export interface Terminal {
  readonly isTTY: boolean;
  /** data, written as it is */
  out(text: string): void;
  /** a line for the person, on standard error */
  say(line: string): void;
  /** names an input that failed; the command goes on and ends with exit code 1 */
  fail(line: string): void;
  readonly failures: number;
}

export function createTerminal(): Terminal {
  let failures = 0;
  return {
    isTTY: Boolean(process.stdout.isTTY),
    out: (text) => void process.stdout.write(text),
    say: (line) => void process.stderr.write(`${line}\n`),
    fail(line) {
      failures += 1;
      process.stderr.write(`${line}\n`);
    },
    get failures() {
      return failures;
    },
  };
}
