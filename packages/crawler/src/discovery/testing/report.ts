/** Deterministic numbers from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const indicators =
  '地区生产总值 财政收入 固定资产投资 消费品零售总额 进出口总额 居民人均可支配收入 工业增加值 粮食产量 城镇新增就业 税收收入'.split(
    ' ',
  );
const verbs = '达到 完成 实现 突破 预计达到 累计完成'.split(' ');
const works =
  '新建改建农村公路 建成高标准农田 改造老旧小区 实施重点项目 整治河道 新增养老床位 开工保障性住房 引进科技企业 培育专精特新企业 修缮文物古迹 扩建中心医院 铺设供水管网'.split(
    ' ',
  );
const places = '城东新区 沿江片区 开发区 高铁站前 老城厢 北部山区 湖滨组团 临港产业园 大学城 南部乡镇'.split(
  ' ',
);

/** A made-up report of about 2,000 characters: the genre's fixed phrases, everything else drawn by region and year. */
export function report(region: string, year: number): string {
  const next = randomNumbers([...region].reduce((sum, c) => sum * 31 + c.charCodeAt(0), year));
  const pick = (list: string[]) => list[Math.floor(next() * list.length)]!;
  const figure = () => (next() * 900 + 10).toFixed(1);
  const lines = [
    `${year}年${region}政府工作报告`,
    '各位代表：现在，我代表市人民政府向大会报告工作，请予审议。',
  ];
  for (let i = 0; i < 45; i++) {
    lines.push(
      next() < 0.5
        ? `${pick(indicators)}${pick(verbs)}${figure()}亿元，增长${figure().slice(0, 2)}%，${pick(places)}贡献${figure()}亿元。`
        : `在${pick(places)}${pick(works)}${figure()}处，${pick(works)}${figure()}个，惠及群众${figure()}万人。`,
    );
  }
  lines.push('各位代表，让我们更加紧密地团结起来，为谱写新篇章而努力奋斗！');
  return lines.join('\n');
}
