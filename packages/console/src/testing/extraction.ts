import { Article, Extraction, Observation } from '@zhibiao/shared';
import { claims, headings, text } from './text.ts';

/** The article of `text.ts`, changed as asked. */
export const article = (more: Partial<Article> = {}): Article =>
  Article.parse({
    url: 'http://bbs.example.cn/forum.php?mod=viewthread&tid=7',
    title: '示例市2024年政府工作报告',
    author: '小城故事',
    publishedAt: '2024-01-15T09:30:00+08:00',
    site: '示例论坛',
    text: `本帖转自示例日报\n${text}`,
    family: 'discuz',
    charset: { label: 'gb18030', reason: 'meta' },
    parts: [{ url: 'http://bbs.example.cn/thread-7-1-1.html', ordinal: 1 }],
    flags: [],
    ...more,
  });

/** Words of a claim -> the words and the value that a later text has in their place. */
export type Corrections = Readonly<Record<string, readonly [words: string, value: number]>>;

/** What a parser would find in it; claims whose words are not in the text are left out. */
export function extraction(
  of: Article,
  key: string,
  {
    parser = 'parser-1',
    corrections = {},
    year = 2024,
    region = { name: '示例市', adcode: '321100' },
  }: {
    parser?: string;
    corrections?: Corrections;
    year?: number;
    region?: { name: string; adcode: string };
  } = {},
): Extraction {
  const start = Math.max(0, of.text.indexOf('政府工作报告'));
  let from = start;
  const observations = claims.flatMap(([name, words, number, unit, more]) => {
    const [quote, value] = corrections[words] ?? [words, number];
    const at = of.text.indexOf(quote, from);
    if (at < 0) return [];
    from = at;
    return [observation(of.text, { name, quote, value, unit, at, year, region }, more)];
  });
  return Extraction.parse({
    schema: 1,
    article: key,
    parser,
    reports: [
      {
        ordinal: 1,
        title: of.title,
        region: { ...region, level: 'city' },
        deliveredAt: `${year}-01-08`,
        year,
        reviewed: { start: year - 1, end: year - 1 },
        targeted: { start: year, end: year },
        span: { start, end: of.text.length },
        sections: headings.map(([title, level]) => {
          const at = of.text.indexOf(title);
          return { title, level, start: at, end: at + title.length };
        }),
        flags: ['title-year-mismatch'],
        observations,
      },
    ],
  });
}

interface Found {
  name: string;
  quote: string;
  value: number;
  unit: string;
  at: number;
  year: number;
  region: { name: string; adcode: string };
}

function observation(
  text: string,
  { name, quote, value, unit, at, year: delivered, region }: Found,
  more: Record<string, unknown>,
): Observation {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const end = Math.min(
    ...['。', '\n'].map((mark) => text.indexOf(mark, at)).filter((i) => i >= 0),
    text.length,
  );
  const year = more.kind === 'target' ? delivered : delivered - 1;
  return Observation.parse({
    id: `${at}`,
    indicator: { name, code: name === '地区生产总值' ? 'gdp' : null },
    value,
    valueTo: null,
    unit,
    bound: '=',
    measure: 'level',
    kind: 'actual',
    region,
    period: { start: year, end: year },
    quote,
    span: { start: at, end: at + quote.length },
    sentence: { text: text.slice(start, end), start, end },
    section: [],
    hedge: null,
    commitment: null,
    scope: null,
    flags: [],
    confidence: 0.9,
    ...more,
  });
}
