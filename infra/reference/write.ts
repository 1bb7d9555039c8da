/**
 * `npm run docs:reference`: writes the reference pages of docs/ from the code. `--check` only says whether they are up to
 * date (exit code 1 when not). Needs a build.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliReference } from './cli.ts';
import { dataReference, sourceReference, sourceSchema } from './data.ts';
import { indicatorReference } from './indicators.ts';
import { errorsReference, metricsReference, settingsReference } from './operations.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const note = '<!-- Written by `npm run docs:reference`; change the code instead. -->\n\n';
const pages: Record<string, string> = {
  'docs/reference/cli.md': note + (await cliReference()),
  'docs/reference/settings.md': note + settingsReference(),
  'docs/reference/metrics.md': note + metricsReference(),
  'docs/reference/errors.md': note + errorsReference(root),
  'docs/reference/data.md': note + dataReference(),
  'docs/reference/indicators.md': note + indicatorReference(),
  'docs/reference/sources.md': note + sourceReference(),
  'seeds/source.schema.json': sourceSchema(),
};

const stale = Object.entries(pages).filter(
  ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [file] of stale)
    process.stderr.write(`${file} is out of date: run \`npm run docs:reference\`.\n`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [file, text] of stale) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  process.stderr.write(`${file}\n`);
}
process.exit(0);
