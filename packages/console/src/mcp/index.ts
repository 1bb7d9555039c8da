import { UsageError, zhibiaoVersion } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import type { AssistantDeps } from './deps.ts';
import { type Tool, tools } from './tools.ts';

const instructions =
  'Figures from work reports, communiqués and budgets of local governments in China. Every figure carries the sentence that proves it and a stable address: quote both. A target is no result. Where nothing is found, ask `coverage` whether the report is there at all.';

/**
 * Answers an assistant over standard input and output (Model Context Protocol), until the input ends. Reads only. Nothing
 * else may write to standard output meanwhile.
 */
export async function serveAssistant(deps: AssistantDeps): Promise<void> {
  // Loaded here: the library takes as long to load as a command may take.
  const [{ McpServer }, { StdioServerTransport }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/mcp.js'),
    import('@modelcontextprotocol/sdk/server/stdio.js'),
  ]);
  const server = new McpServer({ name: 'zhibiao', version: zhibiaoVersion }, { instructions });
  for (const tool of tools) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(
      tool.name,
      { description: tool.about, inputSchema: tool.input, annotations },
      (asked: Record<string, unknown>) => answer(deps, tool, asked),
    );
  }
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}

/** A wrong question is an answer too, so that the assistant can put it right. */
async function answer(deps: AssistantDeps, tool: Tool, asked: Record<string, unknown>) {
  try {
    const found = await tool.answer(deps, asked);
    return {
      content: [{ type: 'text' as const, text: JSON.stringify(found) }],
      structuredContent: { ...found } as Record<string, unknown>,
    };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof NotFoundError)) throw error;
    return { isError: true, content: [{ type: 'text' as const, text: error.message }] };
  }
}
