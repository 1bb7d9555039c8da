// Cleaning by kind of page, on pages that we write after the templates of real sites (packages/crawler/src/clean/testing/kinds):
// character F1 of the text, and how many titles, authors and days are right.
//   npx tsx bench/clean/kinds.ts [--kind <name>] [--show]

import { bare } from '../../packages/crawler/src/clean/furniture/same-text.ts';
import { cleanPage } from '../../packages/crawler/src/clean/index.ts';
import { kindPages } from '../../packages/crawler/src/clean/testing/kinds/index.ts';
import { characterF1 } from '../../packages/crawler/src/clean/testing/kinds/score.ts';
import {
  fourthPages,
  layoutPages,
  secondPages,
  thirdPages,
} from '../../packages/crawler/src/clean/testing/layouts/index.ts';

const args = process.argv.slice(2);
const only = args.includes('--kind') ? args[args.indexOf('--kind') + 1] : undefined;
const show = args.includes('--show');

const rows = new Map<
  string,
  { pages: number; f1: number; whole: number; title: number; author: number; day: number }
>();
for (const page of [...kindPages(), ...layoutPages(), ...secondPages(), ...thirdPages(), ...fourthPages()]) {
  if (only && page.kind !== only) continue;
  const row = rows.get(page.kind) ?? { pages: 0, f1: 0, whole: 0, title: 0, author: 0, day: 0 };
  rows.set(page.kind, row);
  const { articles } = cleanPage({ bytes: new TextEncoder().encode(page.html), url: page.url });
  const article = articles[0] ?? { text: '', title: '', author: '', publishedAt: null };
  const f1 = page.text === '' ? Number(article.text === '') : characterF1(page.text, article.text);
  row.pages++;
  row.f1 += f1;
  const right = {
    whole: f1 === 1,
    title: page.text === '' || bare(article.title) === bare(page.title),
    author: page.text === '' || article.author === page.author,
    day: page.text === '' || (article.publishedAt?.slice(0, 10) ?? null) === page.day,
  };
  for (const [name, ok] of Object.entries(right)) if (ok) row[name as 'whole']++;
  if (!show || Object.values(right).every(Boolean)) continue;
  console.log(`\n${page.kind}/${page.name}: F1 ${f1.toFixed(3)}`);
  if (!right.title) console.log(`  title  ${article.title} | ${page.title}`);
  if (!right.author) console.log(`  author ${article.author} | ${page.author}`);
  if (!right.day) console.log(`  day    ${article.publishedAt} | ${page.day}`);
  if (!right.whole) {
    const gold = new Set(page.text.split('\n').map(bare));
    const found = new Set(article.text.split(/\n+/).map(bare));
    for (const l of article.text.split(/\n+/)) if (!gold.has(bare(l))) console.log(`  + ${l.slice(0, 100)}`);
    for (const l of page.text.split('\n')) if (!found.has(bare(l))) console.log(`  - ${l.slice(0, 100)}`);
  }
}

console.log('\n| kind | pages | character F1 | whole | title | author | day |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [kind, r] of rows)
  console.log(
    `| ${kind} | ${r.pages} | ${(r.f1 / r.pages).toFixed(3)} | ${r.whole} | ${r.title} | ${r.author} | ${r.day} |`,
  );
