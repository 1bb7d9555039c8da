import { between, pick, type Random, randomFrom } from '../random.ts';

export interface ReportText {
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
}

const cities = ['镇江', '扬州', '泰州', '南通', '常州', '盐城', '淮安', '宿迁', '连云港', '徐州'];

/** Sentences that hold indicators: of the year past, and of the year to come. */
const reached: readonly ((r: Random) => string)[] = [
  (r) => `全市地区生产总值完成${between(r, 800, 9000, 0)}亿元，同比增长${between(r, 2, 9)}%。`,
  (r) =>
    `一般公共预算收入${between(r, 60, 700)}亿元，增长${between(r, 1, 8)}%，税收占比达${between(r, 70, 88)}%。`,
  (r) =>
    `固定资产投资增长${between(r, 3, 12)}%，其中工业投资增长${between(r, 5, 18)}%，民间投资占比${between(r, 55, 75)}%。`,
  (r) => `社会消费品零售总额达到${between(r, 300, 3000)}亿元，增长${between(r, 2, 10)}%左右。`,
  (r) => `城镇新增就业${between(r, 2, 12)}万人，城镇登记失业率控制在${between(r, 2, 3.5)}%以内。`,
  (r) =>
    `居民人均可支配收入${between(r, 32000, 64000, 0)}元，增长${between(r, 4, 8)}%，高于经济增速${between(r, 0.1, 1)}个百分点。`,
  (r) => `新增高新技术企业${between(r, 60, 400, 0)}家，全社会研发投入占比提高到${between(r, 2, 3.4, 2)}%。`,
  (r) => `改造老旧小区${between(r, 20, 120, 0)}个，新建农村公路${between(r, 80, 300, 0)}公里。`,
];
const targets: readonly ((r: Random) => string)[] = [
  (r) => `地区生产总值增长${between(r, 4, 7)}%以上，一般公共预算收入增长${between(r, 3, 6)}%左右；`,
  (r) => `固定资产投资增长${between(r, 5, 9)}%，社会消费品零售总额增长${between(r, 5, 8)}%；`,
  (r) => `城镇新增就业${between(r, 3, 10)}万人以上，居民消费价格涨幅控制在${between(r, 2, 3, 0)}%左右；`,
  (r) => `力争实际使用外资${between(r, 5, 30)}亿美元，外贸进出口保持稳定增长；`,
  (r) => `单位地区生产总值能耗下降${between(r, 2, 4)}%，优良天数比率达到${between(r, 78, 86)}%。`,
];
/** Sentences without figures, as most of a report's are. */
const words = [
  '一年来，我们坚持稳中求进，把发展的着力点放在实体经济上，主要经济指标好于预期。',
  '持续深化放管服改革，企业开办、项目审批更加便捷，市场主体活力不断增强。',
  '坚持以人民为中心，用心用情办好民生实事，群众的获得感更加充实。',
  '统筹推进城市更新和乡村建设，老城区面貌明显改善，农村人居环境持续提升。',
  '深入打好污染防治攻坚战，沿江岸线修复有序推进，生态底色更加鲜明。',
  '同时也要清醒看到，产业层次还不够高，公共服务仍有短板，需要下更大力气解决。',
  '我们将大力弘扬实干精神，把各项任务一件一件抓到位，以实绩回应群众期待。',
  '加快建设现代化产业体系，推动传统产业改造提升，培育壮大战略性新兴产业。',
  '完善基层治理体系，健全矛盾纠纷多元化解机制，社会大局保持和谐稳定。',
];

/**
 * The text of one report, 2 to 6 KB of UTF-8, with some nine observations in a thousand characters as real reports have;
 * the same seed gives the same text.
 */
export function reportText(seed: number): ReportText {
  const random = randomFrom(seed * 2_654_435_761 + 1);
  const year = 2014 + Math.floor(random() * 11);
  const city = pick(random, cities);
  const wanted = 2_000 + random() * 3_400;
  const paragraph = (indicators: readonly ((r: Random) => string)[], share: number) =>
    Array.from({ length: 3 + Math.floor(random() * 3) }, () =>
      random() < share ? pick(random, indicators)(random) : pick(random, words),
    ).join('');
  const paragraphs = [
    `——${year}年1月${3 + Math.floor(random() * 20)}日在${city}市人民代表大会会议上`,
    '各位代表：',
    '现在，我代表市人民政府向大会报告工作，请予审议。',
    `一、${year - 1}年工作回顾`,
  ];
  const size = () => Buffer.byteLength(paragraphs.join(''));
  while (size() < wanted * 0.6) paragraphs.push(paragraph(reached, 0.13));
  paragraphs.push(
    `二、${year}年工作安排`,
    `今年经济社会发展的主要预期目标是：${
      targets
        .filter(() => random() < 0.5)
        .map((t) => t(random))
        .join('') || targets[0]!(random)
    }`,
  );
  while (size() < wanted) paragraphs.push(paragraph(targets, 0.05));
  const day = `${year}-01-${String(10 + Math.floor(random() * 18))}`;
  return { title: `${year}年${city}市政府工作报告（第${seed}号）`, date: day, paragraphs };
}
