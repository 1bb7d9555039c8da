// Checks that every package that is installed for users has a licence fit for an Apache-2.0 project.
import { readFileSync } from 'node:fs';

const fit =
  /^(0BSD|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|ISC|MIT|MIT-0|MPL-2\.0|Python-2\.0|Unlicense|Zlib|WTFPL)$/;
const isFit = (expression) =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => fit.test(licence.trim())));

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const wrong = [];
let looked = 0;
for (const [path, { dev, link, license }] of Object.entries(packages)) {
  if (!path.startsWith('node_modules/') || dev || link) continue;
  looked += 1;
  if (!license || !isFit(license))
    wrong.push(`${path.replace('node_modules/', '')}: ${license ?? 'none given'}`);
}
for (const line of wrong) process.stderr.write(`licence: ${line}\n`);
process.stdout.write(`licences: ${looked} packages, ${wrong.length} to look at\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
