import type { Observation } from '@zhibiao/shared';
import { parseArticle } from '../index.ts';

const HEAD = [
  '丹阳市政府工作报告',
  '——2023年1月5日在丹阳市第十八届人民代表大会第二次会议上',
  '各位代表:',
  '现在,我代表市人民政府,向大会报告工作,请予审议。',
  '一、2022年工作回顾',
];
const PLAN = ['二、2023年工作安排', '地区生产总值增长6%左右。'];

/** The observations of a sentence that stands in a report's review of 2022, or in its plan for 2023. */
export function observationsOf(text: string, chapter: 'review' | 'plan' = 'review'): Observation[] {
  const lines = chapter === 'review' ? [...HEAD, text, ...PLAN] : [...HEAD, '一切平稳。', ...PLAN, text];
  const article = lines.join('\n');
  const start = article.indexOf(text);
  return parseArticle({ title: '', text: article }).flatMap(({ observations }) =>
    observations.filter(({ span }) => span.start >= start && span.end <= start + text.length),
  );
}

/** `name valueunit measure year basis`, a part that is usual left away: level, 2022, no basis. */
export const observed = (text: string, chapter: 'review' | 'plan' = 'review'): string[] =>
  observationsOf(text, chapter).map(
    ({ indicator, value, valueTo, unit, measure, period, basis, bound, kind }) => {
      const years = period === null ? '?' : [...new Set([period.start, period.end])].join('-');
      const usual =
        chapter === 'review' ? { year: '2022', kind: 'actual' } : { year: '2023', kind: 'target' };
      return [
        indicator.name,
        `${bound === '=' ? '' : bound}${value}${valueTo === null ? '' : `..${valueTo}`}${unit}`,
        measure === 'level' ? '' : measure,
        kind === usual.kind ? '' : kind,
        years === usual.year ? '' : years,
        basis ?? '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    },
  );
