import { pick, type Random, randomFrom } from '../../bench/random.ts';
import { type Fact, type Stated, state } from './facts.ts';
import { places } from './places.ts';

/** A report that somebody has published: its words, and the figures that they state. */
export interface RehearsedReport {
  readonly number: number;
  readonly place: { readonly name: string; readonly adcode: string };
  /** delivered in; results are of the year before */
  readonly year: number;
  readonly title: string;
  /** ISO date */
  readonly date: string;
  /** headings and paragraphs in order */
  readonly blocks: readonly { readonly heading: boolean; readonly text: string }[];
  readonly facts: readonly Fact[];
}

const years = [2020, 2021, 2022, 2023, 2024];
export const reportCount = places.length * years.length;

/** Sentences without figures, as most of a report's are. */
const words = [
  '一年来，我们坚持稳中求进工作总基调，把发展的着力点放在实体经济上，经济运行总体平稳、稳中向好。',
  '营商环境持续改善，企业开办、项目审批更加便捷，经营主体活力不断增强。',
  '坚持把群众的事放在心上，用心用情办好民生实事，群众的获得感更加充实。',
  '城市更新和乡村建设统筹推进，老城区面貌明显改善，农村人居环境持续提升。',
  '污染防治攻坚战深入推进，沿河岸线修复有序展开，生态底色更加鲜明。',
  '我们也清醒地看到，产业层次还不够高，公共服务仍有短板，需要下更大力气解决。',
  '我们将大力弘扬实干精神，把各项任务一件一件抓到位，以实绩回应群众期待。',
];

/**
 * Report `number` of the rehearsal, from 0. The same seed gives the same words; `edition` 2 corrects its figures, as a
 * site does that publishes the final text.
 */
export function makeReport(seed: number, number: number, edition: 1 | 2 = 1): RehearsedReport {
  const place = places[number % places.length];
  const year = years[Math.floor(number / places.length) % years.length];
  if (!place || !year) throw new RangeError(`there are ${reportCount} reports; ${number} is none of them`);
  const random = randomFrom(seed * 7_919 + number * 2 + edition);
  const results = state(random, 'actual');
  const plans = state(random, 'target');
  const day = 8 + (number % 20);
  const blocks = [
    paragraph(
      `——${year}年1月${day}日在${place.name}第十七届人民代表大会第${'一二三四五'[year - 2020]}次会议上`,
    ),
    paragraph(`${place.name}市长`),
    paragraph('各位代表：'),
    paragraph('现在，我代表市人民政府向大会报告工作，请予审议。'),
    heading(`一、${year - 1}年工作回顾`),
    paragraph(`${pick(random, words)}${sentences(results)}`),
    ...fill(random),
    heading(pick(random, [`二、${year}年工作安排`, '二、今年工作安排'])),
    paragraph(`今年经济社会发展的主要预期目标是：${plans.map((p) => p.words).join('；')}。`),
    ...fill(random),
    paragraph('各位代表，蓝图已经绘就，让我们同心协力，努力完成全年目标任务！'),
  ];
  return {
    number,
    place,
    year,
    title: `${place.name}${year}年政府工作报告`,
    date: `${year}-01-${String(day).padStart(2, '0')}`,
    blocks,
    facts: [...results, ...plans].flatMap((stated) => stated.facts),
  };
}

const paragraph = (text: string) => ({ heading: false, text });
const heading = (text: string) => ({ heading: true, text });

/** Two or three clauses a sentence. */
function sentences(stated: readonly Stated[]): string {
  const parts: string[] = [];
  for (let i = 0; i < stated.length; i += 3)
    parts.push(
      stated
        .slice(i, i + 3)
        .map((s) => s.words)
        .join('，'),
    );
  return parts.map((part) => `${part}。`).join('');
}

const fill = (random: Random) =>
  Array.from({ length: 3 }, () => paragraph([1, 2, 3].map(() => pick(random, words)).join('')));
