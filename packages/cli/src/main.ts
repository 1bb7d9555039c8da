import { createTerminal } from '@zhibiao/runtime/terminal';
import { runProgram } from './program.ts';

// `zhibiao … | head` closes our output early: that is the reader's right, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), process.env, createTerminal());
