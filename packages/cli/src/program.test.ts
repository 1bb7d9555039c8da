import { readConfig } from '@zhibiao/shared';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { groups, runProgram } from './program.ts';

const listening = () => {
  const said: string[] = [];
  const hear = (text: string) => void said.push(text);
  return { said, terminal: { isTTY: false, failures: 0, out: hear, say: hear, fail: hear } };
};

describe('the command line', () => {
  it.each(groups.map(({ names, load }) => [names.join(', '), { names, load }] as const))(
    'finds %s by name',
    async (_, { names, load }) => {
      const program = new Command();
      (await load())(program, () => readConfig({}), listening().terminal);
      expect(program.commands.map((c) => c.name())).toEqual(names);
    },
  );

  it('lists every command', async () => {
    const { said, terminal } = listening();
    expect(await runProgram(['--help'], {}, terminal)).toBe(0);
    for (const name of groups.flatMap((g) => g.names)) expect(said.join('')).toMatch(`\n  ${name}`);
  });

  it('says that there is no such command', async () => {
    const { said, terminal } = listening();
    expect(await runProgram(['extrakt'], {}, terminal)).toBe(2);
    expect(said.join('\n')).toContain("unknown command 'extrakt'");
    expect(said.join('\n')).toContain('Did you mean extract');
  });
});
