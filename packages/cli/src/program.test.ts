import { createTerminal } from '@zhibiao/runtime/terminal';
import { readConfig, zhibiaoVersion } from '@zhibiao/shared';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { groups } from './program.ts';
import { commandLine } from './testing/command-line.ts';

describe('the command line', () => {
  it.each(groups.map(({ commands, load }) => [Object.keys(commands).join(', '), load] as const))(
    'finds %s by name',
    async (names, load) => {
      const program = new Command();
      (await load())(program, () => readConfig({}), createTerminal());
      expect(program.commands.map((c) => c.name()).join(', ')).toBe(names);
    },
  );

  it('lists every command, and says the same of it as the command itself', async () => {
    const { code, out } = await commandLine(['--help']);
    expect(code).toBe(0);
    for (const [name, about] of groups.flatMap(({ commands }) => Object.entries(commands))) {
      expect(out).toMatch(`\n  ${name}`);
      const { out: help } = await commandLine([name, '--help']);
      expect(help.replace(/\s+/g, ' ')).toContain(about);
    }
  });

  it('prints its version', async () => {
    expect(await commandLine(['--version'])).toMatchObject({ code: 0, out: `${zhibiaoVersion}\n` });
  });

  it('says that there is no such command', async () => {
    const { code, said } = await commandLine(['extrakt']);
    expect(code).toBe(2);
    expect(said).toContain("unknown command 'extrakt'");
    expect(said).toContain('Did you mean extract');
  });
});
