import { expect, it } from 'vitest';
import { useSite } from './testing/one-site.ts';
import { articlePage } from './testing/site.ts';

const given = useSite();
const link =
  '<link rel="stylesheet" href="/css/a.css"><link rel="stylesheet" href="http://cdn.elsewhere.example/b.css">';
const styled = (body: string) =>
  articlePage()
    .replace('</head>', `${link}</head>`)
    .replace('<div class="content">', `<div class="content"><p>${body}</p>`);
const css = { headers: { 'content-type': 'text/css' }, body: '.k{display:none}' };

it('asks for the style sheet that may hide a part of a number, and reads the number as it is seen', async () => {
  given.site.pages['/a.html'] = styled('财政收入增长4.<i class="k">87</i>5%，这是大家一起努力的结果。');
  given.site.pages['/css/a.css'] = css;
  const { parsed } = await given.crawl('/a.html');
  const article = await given.system.article(parsed[0]!.article);
  expect(article.text).toContain('财政收入增长4.5%');
  expect(article.flags).toEqual([]);
  expect(given.site.paths()).toEqual(['/a.html', '/css/a.css']);
  const { run, shadow, source, page, snapshots } = parsed[0]!;
  expect(snapshots).toHaveLength(2);
  const again = await given.system.drain([{ task: 'clean', run, shadow, source, page, snapshots }]);
  expect(again.parsed[0]!.article).toBe(parsed[0]!.article);
});

it('asks for none where nothing stands inside a number', async () => {
  given.site.pages['/a.html'] = styled(
    '财政收入<i class="k">增长</i>4.5%，这是<b class="z">大家</b>一起努力的结果。',
  );
  await given.crawl('/a.html');
  expect(given.site.paths()).toEqual(['/a.html']);
});

it('says so where the sheet cannot be fetched', async () => {
  given.site.pages['/a.html'] = styled('财政收入增长4.<i class="k">87</i>5%，这是大家一起努力的结果。');
  const { parsed, failed } = await given.crawl('/a.html');
  expect(failed).toEqual([]);
  expect((await given.system.article(parsed[0]!.article)).flags).toEqual(['style-sheet-unread']);
});
