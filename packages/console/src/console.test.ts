import { type Article, bands, Page } from '@zhibiao/shared';
import type {
  DocumentDetail,
  Figure,
  FigurePromise,
  HistoryEntry,
  ObservationRow,
  PageOf,
  TextCopy,
  VersionDiff,
  VersionRow,
} from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createConsole } from './console.ts';
import { openSystem, type System } from './testing/system.ts';
import { text } from './testing/text.ts';

let system: System;
let document: string;
const get = (path: string, headers: Record<string, string> = {}) =>
  system.console.app.request(`http://127.0.0.1:8360${path}`, {
    headers: { host: '127.0.0.1:8360', ...headers },
  });
const json = async <T>(path: string) => (await (await get(path)).json()) as T;
const documents = (query: string) => json<PageOf<VersionRow>>(`/api/v1/documents${query}`);
const show = (path: string) => json<DocumentDetail & { article: Article }>(`/api/v1/documents/${path}`);
const html = async (path: string) => (await get(path, { accept: 'text/html' })).text();

beforeAll(async () => {
  system = await openSystem(inject('redisUrl'));
  ({ document } = await system.keep());
  await system.keep(
    { text: `本帖转自示例日报\n${text.replace('286.5亿元', '286.9亿元').replace('让我们', '让我们一起')}` },
    { time: 1_706_000_000_000, corrections: { '286.5亿元': ['286.9亿元', 28_690_000_000] } },
  );
});
afterAll(() => system.close());

describe('documents', () => {
  it('are listed and filtered as JSON', async () => {
    const all = await documents('');
    expect(all.rows).toMatchObject([
      { document, count: 21, report: { region: { name: '示例市' }, year: 2024 } },
    ]);
    expect((await documents('?region=321100&year=2024')).rows).toHaveLength(1);
    expect((await documents('?region=330000')).rows).toHaveLength(0);
    expect((await documents('?year=&source=')).rows).toHaveLength(1);
  });

  it('are shown with their article, whose words are the quotes', async () => {
    const shown = await show(document);
    expect(shown.article.author).toBe('小城故事');
    for (const { observation: o } of shown.observations) {
      expect(shown.article.text.slice(o.span.start, o.span.end)).toBe(o.quote);
    }
  });

  it('mark every number in the text of the page and link each row to its words', async () => {
    const page = await html(`/documents/${document}?n=1`);
    const { observations } = await show(`${document}?n=1`);
    expect(observations).toHaveLength(21);
    for (const { id, observation } of observations) {
      expect(page).toContain(`href="#w-${id}"`);
      const at = page.indexOf(`id="w-${id}"`);
      const words = page.slice(page.indexOf('</span>', at), page.indexOf('</mark>', at));
      expect(words.replace(/<[^>]*>/g, '')).toContain(observation.quote);
    }
  });

  it('have a history and differences', async () => {
    const { rows: history } = await json<PageOf<HistoryEntry>>(`/api/v1/documents/${document}/history`);
    expect(history.map((entry) => [entry.n, entry.cause])).toEqual([
      [1, 'first'],
      [2, 'content'],
    ]);
    const diff = await json<VersionDiff>(`/api/v1/documents/${document}/diff`);
    expect([diff.before.n, diff.after.n]).toEqual([1, 2]);
    const { added, removed, changed } = diff.observations;
    const values = changed.filter(({ fields }) => fields.includes('value'));
    expect([added, removed]).toEqual([[], []]);
    expect(values.map((v) => [v.before.observation.value, v.after.observation.value])).toEqual([
      [28_650_000_000, 28_690_000_000],
    ]);
    const page = await html(`/documents/${document}/diff?from=1&to=2`);
    expect(page).toContain('<ins>一起</ins>');
    expect(page).toMatch(/<del>5<\/del><ins>9<\/ins>/);
    expect(await html(`/documents/${document}/history`)).toContain(
      `/documents/${document}/diff?from=1&amp;to=2`,
    );
  });

  it('name the other addresses of their text', async () => {
    const { page, article } = (await show(document)).version;
    const [likeness, nearly] = ['00000000000000ff', '00000000000000fe'];
    const at = (url: string, simhash: string) =>
      Page.parse({ url, source: 'farm', role: 'article', article, simhash, bands: bands(simhash) });
    for (const one of [at(page, likeness), at('http://farm.example.cn/77.html', nearly)])
      await system.deps.store.savePage(one);
    const { rows: copies } = await json<PageOf<TextCopy>>(`/api/v1/documents/${document}/copies`);
    expect(copies).toMatchObject([
      { page: 'http://farm.example.cn/77.html', source: 'farm', distance: 1, documents: [] },
    ]);
    expect(copies[0]!.title).toBe('示例市2024年政府工作报告');
    const shown = await html(`/documents/${document}?lang=en`);
    expect(shown).toContain('The same text at other addresses: 1');
    expect(shown).toContain('href="http://farm.example.cn/77.html"');
    expect((await get('/api/v1/documents/none/copies')).status).toBe(404);
  });

  it('are said to be missing', async () => {
    expect((await get('/api/v1/documents/none')).status).toBe(404);
    expect((await get('/documents/none')).status).toBe(404);
    expect((await get(`/documents/${document}?n=9`)).status).toBe(404);
    expect((await get(`/documents/${document}?n=first`)).status).toBe(400);
    expect((await get('/api/v1/nothing')).status).toBe(404);
  });
});

describe('observations', () => {
  it('are queried', async () => {
    const { rows } = await json<PageOf<ObservationRow>>('/api/v1/observations?name=地区生产总值&kind=target');
    expect(rows.map((r) => r.observation.value)).toEqual([5.5]);
    expect(await html('/observations?code=')).toContain('4,017.36亿元');
  });

  it('written since a date are those of its whole day', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const page = (day: string) => json<PageOf<ObservationRow>>(`/api/v1/observations?since=${day}&limit=1`);
    expect((await page(today)).rows).toHaveLength(1);
    expect((await page('2999-01-01')).rows).toHaveLength(0);
  });

  it('know regions by name', async () => {
    for (const name of ['镇江', '镇江市', '321100'])
      expect(
        (await json<PageOf<ObservationRow>>(`/api/v1/observations?region=${name}&limit=1`)).rows,
        name,
      ).toHaveLength(1);
  });

  it.each([
    '/api/v1/observations?region=x',
    '/api/v1/observations?year=soon',
    '/api/v1/observations?kind=both',
    '/api/v1/observations?$where=1',
    '/api/v1/observations?asOf=never',
    '/api/v1/documents?limit=1e9',
  ])('are refused with the name of a filter that is wrong: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/^(Usage|Region)Error$/) });
  });
});

describe('questions', () => {
  it('put a target beside the result of another report, and years beside each other', async () => {
    await system.keep(
      { url: 'http://other.example.cn/2025.html', title: '示例市2025年政府工作报告' },
      { year: 2025 },
    );
    const promises = await json<PageOf<FigurePromise>>('/api/v1/promises?name=地区生产总值');
    const kept = promises.rows.find((p) => p.target.chosen.reportYear === 2024)!;
    expect(kept.actual?.value).toBe(5.2);
    expect(kept.judgement?.verdict).toBe('missed');
    expect(await html('/promises?indicator=地区生产总值')).toMatch(/>未达到<\/span>/);

    const series = await html('/series?indicator=地区生产总值');
    for (const year of [2023, 2024, 2025]) expect(series).toContain(`<th scope="col" class="n">${year}</th>`);
    expect(await html('/series')).toContain('请输入指标名称或代码');
  });

  it('find an indicator under all its names', async () => {
    const { app } = system.console;
    const found = async (indicator: string) => {
      const answer = await app.request(
        `http://127.0.0.1/api/v1/observations?indicator=${indicator}&kind=target`,
        {
          headers: { host: '127.0.0.1' },
        },
      );
      return ((await answer.json()) as PageOf<ObservationRow>).rows.length;
    };
    expect(await found('gdp')).toBeGreaterThan(0);
    expect(await found('地区生产总值')).toBe(await found('gdp'));
  });

  it('compare copies of one figure', async () => {
    await system.keep(
      { url: 'http://copy.example.cn/1.html', text: text.replace('4017.36亿元', '4071.36亿元') },
      { corrections: { '4017.36亿元': ['4071.36亿元', 407_136_000_000] } },
    );
    const copies = await json<PageOf<Figure>>('/api/v1/copies?name=地区生产总值&year=2023');
    expect(copies.rows.map(({ measure, conflict }) => [measure, conflict])).toContainEqual(['level', true]);
    expect(await html('/copies?indicator=地区生产总值')).toContain('不一致');
  });
});

describe('search', () => {
  it('finds regions, indicators and words in their sentences', async () => {
    const page = await html(`/search?q=${encodeURIComponent('专精特新')}`);
    expect(page).toMatch(/<b>专精特新<\/b>/);
    expect(page).toContain(`/documents/${document}`);
    expect(await html('/search?q=zhenjiang&lang=en')).toContain('/regions/321100');
    expect(await html(`/search?q=${encodeURIComponent('税')}&lang=zh`)).toContain('至少输入两个字');
  });
});

describe('the addresses of the interface', () => {
  it('of before it had versions lead to the first version', async () => {
    const answer = await get('/api/observations?limit=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/api/v1/observations?limit=1']);
    expect((await get('/api/v1/nothing')).status).toBe(404);
  });

  it.each([
    'figures?indicator=gdp',
    'ranking?indicator=gdp&year=2023&kind=actual',
    'coverage',
    'changes?days=20000',
    'search?q=一般公共预算',
  ])('answer with rows: %s', async (path) => {
    const { rows } = await json<PageOf<unknown>>(`/api/v1/${path}`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a filter that is wrong', () => {
  it('keeps its form, and says in the words of the reader what is wrong', async () => {
    const answer = await get('/observations?region=%E6%97%A0%E6%AD%A4%E5%9C%B0&indicator=gdp');
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('没有找到这个地区');
    expect(page).toMatch(/name="region" value="无此地"[^>]*aria-invalid/);
    expect(page).toContain('name="indicator" value="gdp"');
    expect(await html('/documents?year=soon&lang=en')).toContain('A year has four digits');
  });

  it.each([
    ['朝阳区', '110105', '220104'],
    ['gulou', '320106', '320302'],
  ])('offers the regions that it may mean as links: %s', async (name, one, another) => {
    const page = await html(`/observations?region=${encodeURIComponent(name)}&kind=target`);
    expect(page).toContain('这个名称对应多个地区');
    expect(page).toContain(`href="/observations?region=${one}&amp;kind=target"`);
    expect(page).toContain(another);
  });
});

describe('the words of the interface', () => {
  it('are Chinese or English, as asked, and remembered', async () => {
    expect(await html('/documents')).toContain('<html lang="zh-CN">');
    const english = await get('/documents?lang=en');
    expect(await english.text()).toContain('<html lang="en">');
    expect(english.headers.get('set-cookie')).toMatch(/language=en/);
    const remembered = await get('/runs', { cookie: 'language=en' });
    expect(await remembered.text()).toContain('There are no runs yet.');
  });
});

describe('hostile text', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;</title>';

  it('is shown as text everywhere', async () => {
    const { document: id } = await system.keep({
      url: 'http://evil.example.cn/1?<script>',
      title: evil,
      author: evil,
      text: `${evil}\n${text}${evil}`,
      flags: [evil],
    });
    await system.deps.store.quarantine({
      id: 'q-evil',
      stage: 'crawl',
      input: 'javascript:alert(1)',
      error: evil,
      reason: evil,
      run: evil,
      source: evil,
      message: {},
      time: 1,
      resolvedAt: null,
    });
    for (const path of [
      `/documents/${id}`,
      '/documents',
      '/observations',
      '/quarantine',
      `/documents/${id}/history`,
    ]) {
      const page = await html(path);
      expect(page, path).not.toContain('<script>alert');
      expect(page, path).not.toContain('<img');
      expect(page, path).not.toContain('href="javascript:');
      expect(page.match(/<script/g), path).toHaveLength(1);
    }
    expect(await html(`/documents/${id}`)).toContain('&lt;script&gt;alert(1)');
  });

  it('could not run if it slipped through', async () => {
    const policy = (await get('/documents')).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('an article that the archive has lost', () => {
  it('leaves the data readable', async () => {
    const other = await openSystem(inject('redisUrl'));
    const { app } = createConsole({ ...system.deps, archive: other.deps.archive });
    const answer = await app.request(`http://127.0.0.1/documents/${document}`, {
      headers: { host: '127.0.0.1' },
    });
    const page = await answer.text();
    await other.close();
    expect(page).toContain('原文不在归档中');
    expect(page).toContain('4,017.36亿元');
  });
});
