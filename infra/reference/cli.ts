import type { Command } from 'commander';
import { buildProgram, groups } from '../../packages/cli/dist/program.js';
import { markdownTable } from './schema-table.ts';

/** Every command with its arguments and options, from the program itself. */
export async function cliReference(): Promise<string> {
  const silent = { isTTY: false, out() {}, say() {}, fail() {}, failures: 0 };
  const program = await buildProgram(groups, {}, silent);
  return `# Command line

\`npx zhibiao COMMAND\`. Exit codes: 0 done, 1 some inputs failed (each is named on standard error), 2 wrong usage.
Standard output carries data only; messages and progress go to standard error.

${program.commands.map((command) => section(command, 'zhibiao')).join('\n\n')}
`;
}

function section(command: Command, path: string): string {
  const name = `${path} ${command.name()}`;
  const parts = [`## \`${[name, ...command.registeredArguments.map(argument)].join(' ')}\``];
  if (command.description()) parts.push(sentence(command.description()));
  const options = command.options
    .filter((option) => !option.hidden)
    .map((option) => [
      `\`${option.flags}\``,
      [option.description, option.argChoices ? `one of ${option.argChoices.join(', ')}` : '']
        .filter(Boolean)
        .join('; '),
      option.defaultValue === undefined ? '' : `\`${String(option.defaultValue)}\``,
    ]);
  if (options.length > 0) parts.push(markdownTable(['option', 'meaning', 'default'], options));
  return [...parts, ...command.commands.map((child) => section(child, name))].join('\n\n');
}

function argument(given: Command['registeredArguments'][number]): string {
  const words = `${given.name()}${given.variadic ? '...' : ''}`;
  return given.required ? `<${words}>` : `[${words}]`;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
