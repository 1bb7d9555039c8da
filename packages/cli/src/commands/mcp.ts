import { withStores } from '@zhibiao/runtime/stores';
import type { Commands } from './command.ts';

const help = `
An assistant starts it by itself. For one that reads a JSON file of servers:
  {"mcpServers": {"zhibiao": {"command": "npx", "args": ["zhibiao", "mcp"]}}}`;

/** `mcp`: answers an assistant over standard input and output; standard output belongs to the protocol. */
export const mcpCommand: Commands = (program, config) => {
  program
    .command('mcp')
    .option('--console <address>', 'where people open the console: addresses in answers begin with it')
    .addHelpText('after', help)
    .action(async (options: { readonly console?: string }) => {
      const { serveAssistant } = await import('@zhibiao/console/mcp');
      const { host, port } = config();
      const own = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
      const address = (options.console ?? own).replace(/(?<!\/)\/+$/, '');
      await withStores(config(), ({ store }) => serveAssistant({ store, console: address }), {
        readers: true,
      });
    });
};
