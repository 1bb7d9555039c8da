#!/usr/bin/env node
/**
 * `npm run structure`: the dependency rules of .dependency-cruiser.mjs over all packages. Fails, too, when fewer modules
 * were read than there are source files: a parser that does not understand TypeScript reads none, and finds nothing wrong.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, format } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { root } from './setup.mjs';

process.chdir(root);
const { output } = await cruise(['packages'], {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
});
const read = output.modules.filter(({ source }) => /^packages\/[a-z]+\/src\/.*\.ts$/.test(source)).length;
const files = readdirSync('packages').flatMap((name) =>
  readdirSync(join('packages', name, 'src'), { recursive: true }).filter((file) =>
    String(file).endsWith('.ts'),
  ),
).length;
const report = await format(output, { outputType: 'err' });
process.stdout.write(report.output);
if (read < files) {
  process.stderr.write(`Only ${read} of ${files} source files were read: the check itself does not work.\n`);
  process.exit(1);
}
process.exit(report.exitCode > 0 ? 1 : 0);
