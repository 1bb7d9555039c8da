import { cleanPage } from '@zhibiao/crawler/clean';
import { loadLexicon, parseArticle } from '@zhibiao/parser';
import { describe, expect, it } from 'vitest';
import { buildSite } from './site.ts';
import { reportText } from './text.ts';

describe('the site of the crawl benchmark', () => {
  const site = buildSite(203);
  const read = (path: string) =>
    cleanPage({
      bytes: Buffer.from(site.pages.get(path) ?? ''),
      url: `http://127.0.0.1:8000${path}`,
      contentType: 'text/html; charset=utf-8',
    });

  it('is the same each time and has the pages that were asked for', () => {
    expect(site.pages.size).toBe(203);
    expect(site.articles + site.lists).toBe(203);
    expect([...buildSite(203).pages]).toEqual([...site.pages]);
  });

  it('leads to every article', () => {
    const reached = new Set<string>();
    const waiting = [site.start];
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (reached.has(path)) continue;
      reached.add(path);
      const { links, next } = path.includes('content') ? { links: [], next: [] } : read(path);
      for (const url of [...next, ...links.map((l) => l.url)]) {
        const to = new URL(url).pathname;
        if (site.pages.has(to)) waiting.push(to);
      }
    }
    expect(reached.size).toBe(203);
  });

  it('has reports of 2 to 6 KB of text with observations in them', () => {
    const articles = [...site.pages.keys()].filter((path) => path.includes('content'));
    const lexicon = loadLexicon();
    let observations = 0;
    for (const path of articles) {
      const cleaned = read(path);
      expect(cleaned.role).toBe('article');
      const bytes = Buffer.byteLength(cleaned.articles[0]?.text ?? '');
      expect(bytes).toBeGreaterThan(1_900);
      expect(bytes).toBeLessThan(6_144);
      const reports = parseArticle(cleaned.articles[0]!, { lexicon });
      observations += reports.reduce((sum, report) => sum + report.observations.length, 0);
    }
    expect(observations / articles.length).toBeGreaterThan(5);
    expect(reportText(7)).not.toEqual(reportText(8));
  });
});
