import { headlines, type Story, teasers } from './texts.ts';

/** What a site's template is filled with. */
export interface Slots {
  story: Story;
  /** the text in the site's own markup, with its marks ({@link marked}) */
  body: string;
  /** what stands behind `<title>`'s own words; '' leaves the story's title out, too */
  siteName: string;
  headTitle: string;
  /** further stories that the page carries */
  more: readonly Story[];
}

export interface Site {
  name: string;
  url: string;
  siteName: string;
  /** whom its pages name where nobody signed the text */
  author?: string;
  /** one paragraph in the site's markup */
  paragraph: (text: string) => string;
  page: (slots: Slots) => string;
}

/** The text that a good reader gives back stands between these; both are taken out before a page is cleaned. */
export const from = '<!--text-->';
export const to = '<!--/text-->';
export const marked = (html: string): string => `${from}${html}${to}`;

export const links = (count: number, start = 0): string =>
  Array.from({ length: count }, (_, i) => {
    const at = (start + i) % headlines.length;
    return `<li><a href="/n/${start + i}.html" target="_blank">${headlines[at]}</a></li>`;
  }).join('\n');

/** A feed of other articles as many sites put it below a text: headline, first sentences, counters. */
export const feed = (count: number, start = 0): string =>
  Array.from({ length: count }, (_, i) => {
    const headline = headlines[(start + i) % headlines.length];
    return `<div class="feed-item"><h4><a href="/f/${start + i}.html">${headline}</a></h4><p class="brief">${
      teasers[(start + i) % teasers.length]
    }</p><span class="time">03-0${1 + (i % 9)} 10:2${i % 10}</span><span class="cmt">${i * 7} 评论</span></div>`;
  }).join('\n');

const channels =
  '首页 新闻 国内 国际 军事 财经 科技 体育 娱乐 汽车 房产 教育 健康 旅游 时尚 视频 图片 博客 论坛 地图'.split(
    ' ',
  );
export const nav = (tag = 'li'): string =>
  channels.map((c, i) => `<${tag}><a href="/c${i}/">${c}</a></${tag}>`).join('');

export const dayOf = (story: Story) => {
  const [year, month, day] = story.day.split('-') as [string, string, string];
  return { year, month, day, chinese: `${year}年${month}月${day}日`, dashed: story.day };
};
export const document = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
export const p = (text: string): string => `<p>${text}</p>`;
