import { createTerminal } from '@zhibiao/runtime/terminal';
import { runProgram } from '../program.ts';

/** What a command line left behind. */
export interface Answered {
  readonly code: number;
  /** its data, as written to standard output */
  readonly out: string;
  /** its words, line by line */
  readonly said: string;
}

/** Runs one command line as a program would that reads its output. */
export async function commandLine(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Answered> {
  const out: string[] = [];
  const said: string[] = [];
  const terminal = createTerminal({
    isTTY: false,
    out: (text) => void out.push(text),
    err: (text) => void said.push(text),
  });
  const code = await runProgram(args, env, terminal);
  return { code, out: out.join(''), said: said.join('').trimEnd() };
}
