// Predictions for a folder of saved pages (INDEX.tsv beside them) and for the public article-extraction-benchmark, scored by
// the scorer that lies with that data.  npx tsx bench/pages.ts [../shared] [scorer options]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cleanFile, cleanPage } from '../packages/crawler/src/clean/index.ts';

const shared = path.resolve(
  process.argv[2] && !process.argv[2].startsWith('-') ? process.argv[2] : '../shared',
);
const options = process.argv.slice(2).filter((a) => path.resolve(a) !== shared);
if (!existsSync(path.join(shared, 'bench', 'score_text.mjs'))) {
  console.error(`${shared} holds no bench/score_text.mjs: nothing to score with`);
  process.exit(0);
}
const out = mkdtempSync(path.join(tmpdir(), 'zhibiao-pages-'));

const folder = path.join(shared, 'pages');
const pages = readdirSync(folder).filter((f) => f.endsWith('.html'));
const predictions = pages.map((file) => {
  const input = { bytes: readFileSync(path.join(folder, file)), file };
  const posts = cleanPage(input).posts;
  const article = cleanFile(input)[0]!;
  const { title, author, publishedAt, text } = article;
  return {
    id: file.replace('.html', ''),
    text,
    title,
    date: publishedAt,
    author,
    ...(posts === undefined ? {} : { posts }),
  };
});
writeFileSync(path.join(out, 'pages.json'), JSON.stringify(predictions));

const set = path.join(shared, 'bench', 'article-extraction-benchmark');
if (existsSync(set)) {
  const html = path.join(set, 'html');
  const articles = readdirSync(html).map((file) => {
    const [article] = cleanFile({ bytes: gunzipSync(readFileSync(path.join(html, file))), file });
    return { id: file.replace('.html.gz', ''), text: article!.text };
  });
  writeFileSync(path.join(out, 'article-extraction-benchmark.json'), JSON.stringify(articles));
}

const scored = spawnSync(process.execPath, [path.join(shared, 'bench', 'score_text.mjs'), out, ...options], {
  stdio: 'inherit',
});
console.log(`predictions: ${out}`);
process.exit(scored.status ?? 1);
