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
  const say = (line: string) => void said.push(line);
  const terminal = { isTTY: false, out: (text: string) => void out.push(text), say, fail: say, failures: 0 };
  const code = await runProgram(args, env, terminal);
  return { code, out: out.join(''), said: said.join('\n') };
}
