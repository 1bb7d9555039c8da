import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyDistance, hammingDistance } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { simhash } from './simhash.ts';
import { randomNumbers } from './testing/report.ts';

const folder = new URL('../../../../../shared/corpus/reports/', import.meta.url);
const available = existsSync(folder);
if (!available) console.warn('near-duplicates are not measured on real reports: no ../shared/corpus');

const furniture =
  '首页 论坛 本帖最后由 管理员 于 2023-1-15 09:30 编辑 发表于 只看该作者 打印 收藏 回复 举报 您需要登录后才可以回帖 立即注册 上一篇 下一篇 相关阅读 热门推荐 本站转载文章仅为传播信息 '.repeat(
    2,
  );

function mistyped(text: string, rate: number): string {
  const next = randomNumbers(text.length);
  return [...text].map((c) => (next() < rate ? (next() < 0.5 ? '' : '的') : c)).join('');
}

const copies: Record<string, (text: string) => string> = {
  furniture: (t) => furniture + t + furniture,
  'typing errors, 1 in 200': (t) => mistyped(t, 1 / 200),
  'first 5 % missing': (t) => t.slice(Math.floor(t.length / 20)),
  'furniture and typing errors, 1 in 300': (t) => furniture + mistyped(t, 1 / 300) + furniture,
};

describe.skipIf(!available)('simhash on real reports', () => {
  const texts = available
    ? readdirSync(folder).map((name) => readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'))
    : [];
  const hashes = texts.map((t) => simhash(t)!);

  it('keeps different reports far apart', () => {
    const distances = hashes.flatMap((a, i) => hashes.slice(0, i).map((b) => hammingDistance(a, b)));
    console.info(`nearest two of ${texts.length} different reports: ${Math.min(...distances)} bits`);
    expect(Math.min(...distances)).toBeGreaterThan(copyDistance * 2);
  });

  it.each(Object.entries(copies))('finds copies: %s', (name, copy) => {
    const distances = texts
      .map((t, i) => hammingDistance(hashes[i]!, simhash(copy(t))!))
      .sort((a, b) => a - b);
    const at = (share: number) => distances[Math.ceil(distances.length * share) - 1];
    const found = distances.filter((d) => d <= copyDistance).length;
    console.info(
      `${name}: median ${at(0.5)}, 9 in 10 ${at(0.9)}, most ${at(1)}; found ${found} of ${distances.length}`,
    );
    expect(found / distances.length).toBeGreaterThan(0.85);
  });
});
