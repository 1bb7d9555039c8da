import { createTerminal } from '@zhibiao/runtime/terminal';
import { runProgram } from './program.ts';

// `zhibiao … | head` closes our output early: that is the reader's right, not an error. What was started is stopped in order.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
});
// A terminal that was closed reads no messages: without this the next one would end the process and leave its Redis running.
process.stderr.on('error', () => {});

process.exitCode = await runProgram(process.argv.slice(2), process.env, createTerminal());
