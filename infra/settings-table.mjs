#!/usr/bin/env node
/**
 * Writes the table of settings into the READMEs, from the one table in `packages/shared/src/config.ts`.
 * `--check` only says whether they are up to date (exit code 1 when not). Needs a build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { settingRows } from './settings-rows.mjs';

const rows = settingRows().map((cells) => `| ${cells.join(' | ')} |`);
const table = ['| variable | default | what it is |', '| --- | --- | --- |', ...rows].join('\n');
const block = `<!-- settings -->\n\n${table}\n\n<!-- /settings -->`;

let stale = false;
for (const name of ['README.md', 'README.zh-CN.md']) {
  const file = new URL(`../${name}`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  const next = text.replace(/<!-- settings -->(?:[\s\S]*?<!-- \/settings -->)?/, block);
  if (next === text) continue;
  stale = true;
  if (!process.argv.includes('--check')) writeFileSync(file, next);
}
if (stale && process.argv.includes('--check')) {
  process.stderr.write(
    'The settings table of a README is not that of config.ts: run node infra/settings-table.mjs\n',
  );
  process.exit(1);
}
