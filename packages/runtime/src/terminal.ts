import { visible } from '@zhibiao/shared';

/** What a command may do to the outside: data to standard output, words to standard error, and an exit code. */
export interface Terminal {
  readonly isTTY: boolean;
  /** data for programs, written as it is */
  out(text: string): void;
  /** text for people, on standard output: what a terminal would obey is shown as marks */
  print(text: string): void;
  /** a line for the person, on standard error */
  say(line: string): void;
  /** names an input that failed; the command goes on and ends with exit code 1 */
  fail(line: string): void;
  readonly failures: number;
}

/** Where a terminal's words go: standard output and standard error, or what a test listens to. */
export interface TerminalStreams {
  readonly isTTY: boolean;
  out(text: string): void;
  err(text: string): void;
}

const standard: TerminalStreams = {
  isTTY: Boolean(process.stdout.isTTY),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

export function createTerminal({ isTTY, out, err }: TerminalStreams = standard): Terminal {
  let failures = 0;
  const say = (line: string) => err(`${visible(line)}\n`);
  return {
    isTTY,
    out,
    print: (text) => out(visible(text)),
    say,
    fail(line) {
      failures += 1;
      say(line);
    },
    get failures() {
      return failures;
    },
  };
}
