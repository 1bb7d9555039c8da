import type { Writable } from 'node:stream';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { type ExportFormat, toFile } from '@zhibiao/store/exports';

/** Writes an export to a file, or to standard output where none is named. */
export async function sendRows(
  { format, output }: { format: ExportFormat; output: string | undefined },
  terminal: Terminal,
  what: string,
  write: (format: ExportFormat, sink: Writable) => Promise<number>,
): Promise<void> {
  if (output === undefined) {
    await write(format, process.stdout);
    return;
  }
  const count = await toFile(output, (sink) => write(format, sink));
  terminal.say(`${count} ${what} in ${output}`);
}
