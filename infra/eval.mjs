#!/usr/bin/env node
// Scores the parser on the annotated reports in ../shared: the score table with errors by kind, the calibration of
// confidence, and region and year of the corpus. Says so and ends well where ../shared is not there.
// usage: npm run eval [-- --errors N] [--strict] [--leave-one-out] [--gold DIR]... [--reviews FILE]...   FILE is of
// `zhibiao reviews export`:
// then only what people said is scored.   DIR holds more <text>.gold.tsv files; --strict lists
// the errors that exact names give
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reviewTable, scoreReviews } from './eval-reviews.mjs';
import { calibrate, errorsByKind, leaveOneOut } from './evaluation.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const scorer = join(shared, 'eval', 'score.mjs');
const options = process.argv.slice(2);
const value = (name) => options.flatMap((option, i) => (option === name ? [options[i + 1]] : []));
const reviewFiles = value('--reviews');
if (reviewFiles.length === 0 && !existsSync(scorer)) {
  console.log(`no annotated reports: ${shared} is missing; nothing to score`);
  process.exit(0);
}

const goldFolders = [join(shared, 'eval', 'gold'), ...value('--gold')];
const shownErrors = value('--errors')[0] ?? '0';
const strict = options.includes('--strict');

const built = (name) => join(root, 'packages', name, 'dist', 'index.js');
if (!existsSync(built('parser'))) {
  execFileSync('npx', ['turbo', 'run', 'build', '--filter=@zhibiao/parser'], { cwd: root, stdio: 'inherit' });
}
const { parseArticle } = await import(built('parser'));
if (reviewFiles.length > 0) {
  const lines = reviewFiles.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const reports = lines.map((line) => JSON.parse(line));
  console.log(reviewTable(scoreReviews(reports, (article) => parseArticle(article))));
  process.exit(0);
}
const read = await reader();

const work = mkdtempSync(join(tmpdir(), 'zhibiao-eval-'));
try {
  const pairs = predictTexts();
  const score = (...flags) =>
    execFileSync('node', [scorer, ...flags, ...pairs.map((p) => `${p.gold}=${p.file}`)]).toString();
  console.log('names alike count');
  console.log(score(...(strict ? [] : ['--errors', shownErrors])));
  console.log('names must be exact');
  console.log(score('--strict', ...(strict ? ['--errors', shownErrors] : [])));
  const details = pairs.map((pair) => ({
    ...pair,
    report: execFileSync('node', [
      scorer,
      '--errors',
      '100000',
      ...(strict ? ['--strict'] : []),
      `${pair.gold}=${pair.file}`,
    ]).toString(),
  }));
  console.log('errors by kind');
  for (const [kind, count] of errorsByKind(details)) console.log(`  ${kind.padEnd(28)} ${count}`);
  console.log('\nconfidence: share of observations that are right');
  for (const bin of calibrate(details)) {
    console.log(`  ${bin.label}  ${String(bin.count).padStart(5)} observations  ${bin.right}`);
  }
  if (options.includes('--leave-one-out')) {
    console.log(
      '\nconfidence as the other texts teach it: share of observations of the text left out that are right',
    );
    for (const bin of leaveOneOut(details)) {
      console.log(`  ${bin.label}  ${String(bin.count).padStart(5)} observations  ${bin.right}`);
    }
  }
  checkIdentity();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Reports of each seed by the cleaner where it is built, else of its plain text. */
async function reader() {
  try {
    const { cleanPage } = await import(join(root, 'packages', 'crawler', 'dist', 'clean', 'index.js'));
    return (file) => cleanPage({ bytes: readFileSync(file), file }).articles;
  } catch {
    console.log('the cleaner is not built: parsing plain text\n');
    return (file) => [{ title: '', text: readFileSync(file, 'utf8') }];
  }
}

/**
 * Parses every annotated text and writes its reports. A gold file belongs to the seed whose name starts with its own
 * (`003-1`: to the first report of the seed `003_…`), else to the text of its name beside its folder or in it.
 */
function predictTexts() {
  const seeds = readdirSync(join(shared, 'seeds')).map((name) => join(shared, 'seeds', name));
  const documents = new Map();
  const pairs = [];
  for (const folder of goldFolders) {
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.gold.tsv'))
      .sort()) {
      const [id, ordinal] = name.replace('.gold.tsv', '').split('-');
      const path = [
        ...seeds.filter((file) => basename(file).startsWith(id)),
        join(folder, '..', 'texts', `${id}.txt`),
        join(folder, `${id}.txt`),
      ].find((file) => existsSync(file));
      if (path === undefined) {
        console.log(`${name}: no text for it\n`);
        continue;
      }
      if (!documents.has(path))
        documents.set(
          path,
          read(path).flatMap((article) => parseArticle(article)),
        );
      const reports = documents.get(path);
      const chosen =
        ordinal === undefined ? reports : reports.filter((report) => String(report.ordinal) === ordinal);
      const file = join(work, `${id}-${ordinal ?? 'all'}.json`);
      writeFileSync(file, JSON.stringify({ documents: chosen }));
      pairs.push({ gold: join(folder, name), file, documents: chosen });
    }
  }
  return pairs;
}

function checkIdentity() {
  const corpus = join(shared, 'corpus');
  const checker = join(shared, 'eval', 'check_identity.mjs');
  if (!existsSync(corpus) || !existsSync(checker)) return;
  const file = join(work, 'corpus.jsonl');
  const lines = readdirSync(join(corpus, 'reports')).flatMap((name) =>
    read(join(corpus, 'reports', name))
      .flatMap((article) => parseArticle(article))
      .map((report) => JSON.stringify({ ...report, observations: [], file: name })),
  );
  writeFileSync(file, lines.join('\n'));
  console.log('\nregion and year of the corpus');
  const { stdout } = spawnSync('node', [checker, corpus, file], { env: { ...process.env, VERBOSE: '1' } });
  console.log(stdout.toString());
}
