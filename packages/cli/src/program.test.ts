import { createTerminal } from '@zhibiao/runtime/terminal';
import { readConfig } from '@zhibiao/shared';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { groups } from './program.ts';
import { commandLine } from './testing/command-line.ts';

describe('the command line', () => {
  it.each(groups.map(({ names, load }) => [names.join(', '), { names, load }] as const))(
    'finds %s by name',
    async (_, { names, load }) => {
      const program = new Command();
      (await load())(program, () => readConfig({}), createTerminal());
      expect(program.commands.map((c) => c.name())).toEqual(names);
    },
  );

  it('lists every command', async () => {
    const { code, out } = await commandLine(['--help']);
    expect(code).toBe(0);
    for (const name of groups.flatMap((g) => g.names)) expect(out).toMatch(`\n  ${name}`);
  });

  it('says that there is no such command', async () => {
    const { code, said } = await commandLine(['extrakt']);
    expect(code).toBe(2);
    expect(said).toContain("unknown command 'extrakt'");
    expect(said).toContain('Did you mean extract');
  });
});
