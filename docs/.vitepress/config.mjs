import { defineConfig } from 'vitepress';

/** [text, path] pairs as items of a sidebar. */
const pages = (prefix, list) => list.map(([text, path]) => ({ text, link: `${prefix}/${path}` }));

const english = [
  { text: 'Start', items: pages('', [['Tutorial: from nothing to a figure', 'tutorial']]) },
  {
    text: 'How to',
    items: pages('/how-to', [
      ['Add a source', 'add-a-source'],
      ['Read files and attachments', 'read-files'],
      ['Read documents again after a parser change', 'reprocess'],
      ['Run on several machines', 'several-machines'],
      ['Back up and restore', 'back-up'],
      ['Put the console behind a login', 'behind-a-login'],
      ['Use the data in Python, R, DuckDB and Excel', 'use-the-data'],
      ['Find an answer in the console', 'find-an-answer'],
      ['Let an assistant ask', 'ask-by-assistant'],
      ['Be told by webhook', 'follow-by-webhook'],
    ]),
  },
  {
    text: 'Explanation',
    items: pages('/explanation', [
      ['How a sentence becomes figures', 'sentence-to-figures'],
      ['What a figure means, and when not to trust it', 'trust'],
      ['Versions and promotion', 'versions'],
      ['Exactly-once effects', 'exactly-once'],
      ['Politeness', 'politeness'],
    ]).concat(pages('', [['Threat model', 'security']])),
  },
  {
    text: 'Reference',
    items: pages('/reference', [
      ['Command line', 'cli'],
      ['Settings', 'settings'],
      ['Source files', 'sources'],
      ['Data dictionary', 'data'],
      ['Indicator codes', 'indicators'],
      ['Metrics', 'metrics'],
      ['Error classes', 'errors'],
      ['Packages and their functions', 'api/'],
    ]),
  },
  {
    text: 'Decisions',
    items: pages('/decisions', [
      ['Queues, not flows', '0001-queues-not-flows'],
      ['Two stores', '0002-two-stores'],
      ['Rules, not a model', '0003-rules-not-a-model'],
      ['The layout of rows', '0004-row-layout'],
      ['The parts of cheerio', '0005-parts-of-cheerio'],
    ]),
  },
];

const chinese = [
  { text: '入门', items: pages('/zh', [['教程：从零到一个数字', 'tutorial']]) },
  {
    text: '操作指南',
    items: pages('/zh/how-to', [
      ['添加来源', 'add-a-source'],
      ['读取文件和附件', 'read-files'],
      ['解析器更新后重新读取', 'reprocess'],
      ['在 Python、R、DuckDB、Excel 中使用数据', 'use-the-data'],
    ]),
  },
  {
    text: '说明',
    items: pages('/zh/explanation', [
      ['一句话怎样变成数据', 'sentence-to-figures'],
      ['一个数字是什么意思，什么时候不要相信它', 'trust'],
    ]),
  },
];

export default defineConfig({
  title: 'Zhibiao 指标',
  description: 'Indicator observations from Chinese local-government work reports',
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['README.md'],
  ignoreDeadLinks: [/^https?:\/\/(localhost|127\.0\.0\.1)/],
  themeConfig: { search: { provider: 'local' } },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: { sidebar: english } },
    zh: { label: '简体中文', lang: 'zh-CN', themeConfig: { sidebar: chinese } },
  },
});
