import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTerminal } from '@zhibiao/runtime/terminal';
import { readConfig, zhibiaoVersion } from '@zhibiao/shared';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { groups } from './program.ts';
import { commandLine } from './testing/command-line.ts';

const bin = fileURLToPath(new URL('../bin/zhibiao.js', import.meta.url));

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

  it('completes commands and options in a shell', async () => {
    const asked = async (...words: string[]) => {
      const { stdout } = await promisify(execFile)(process.execPath, [bin, 'complete', ...words]);
      return stdout;
    };
    expect(await asked('--', 'rank')).toContain('ranking\tregions by a figure of one year');
    expect(await asked('--', 'figures', '--reg')).toContain('--region\t');
    expect(await asked('--', 'runs', 'st')).toContain('stop\tstop a run where it is');
    expect(await asked('bash')).toContain('complete -F __zhibiao_complete zhibiao');
    expect((await commandLine(['--help'])).out).toContain('\n  complete ');
  });

  it('says that there is no such command', async () => {
    const { code, said } = await commandLine(['extrakt']);
    expect(code).toBe(2);
    expect(said).toContain("unknown command 'extrakt'");
    expect(said).toContain('Did you mean extract');
  });
});
