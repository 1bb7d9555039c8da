import { CAPACITY_RULES } from './capacity.ts';
import { isPlain, SIZE_RULES, saysOver, type ThresholdRule } from './sizes.ts';
import type { Slot } from './slots.ts';

const PLANNED = /^(?:年度|全年|年初|省定|市定)?(?:目标|任务|计划)(?:任务)?(?:为|是)?$/;
const LEVERS = /^[^,。;]{2,24}为(?:牵引|重点|抓手|契机|引领|骨干|核心|依托|支撑|主体|基础)/;

/** Tried in order. */
export const THRESHOLD_RULES: readonly ThresholdRule[] = [
  {
    name: 'best share',
    example: '4个学科进入ESI全球前【1%】。',
    test: ({ quantity, left }) => quantity.dimension === 'percent' && left.endsWith('前'),
  },
  {
    name: 'what had been planned',
    example: '工业投资增长14%(年度目标【7%左右】)。',
    test: ({ bracket, left }) => bracket !== null && PLANNED.test(left),
  },
  {
    name: 'average of others in brackets',
    example: '人均可支配收入2.9万元(全省平均【2.6万元】)。',
    test: ({ bracket, left }) => bracket !== null && /^全[国省市区县](?:的)?(?:平均|均值|水平)/.test(left),
  },
  {
    name: 'size and below before a noun',
    example: '淘汰【10蒸吨】及以下燃煤锅炉。',
    test: ({ right }) => /^及?以[上下](?:的)?[^,。;]/.test(right),
  },
  ...CAPACITY_RULES.map((rule) => ({
    ...rule,
    test: (slot: Slot, next: Slot | undefined) => isPlain(slot) && rule.test(slot, next),
  })),
  {
    name: 'first of its kind',
    example: '建成全省首个【50兆瓦】的光储电站。',
    test: (slot) =>
      isPlain(slot) &&
      /首个|首家|第一个|唯一|第[\d一二三四五六七八九十]+[个家座]/.test(slot.left) &&
      slot.right.startsWith('的'),
  },
  {
    name: 'the people of the place',
    example: '团结带领【98万】各族人民共同奋斗。',
    test: (slot) =>
      isPlain(slot) &&
      /^(?:[\u4e00-\u9fff]{0,4})(?:人民(?![路街医公广法政币大代武调银检团])|儿女|父老|各族)|^民(?:的|群众|众|$)/.test(
        slot.right,
      ),
  },
  {
    name: 'reach of a rule',
    example: '沿河【500米】范围内禁止采砂。',
    test: ({ quantity, right }) => quantity.dimension === 'length' && /^(?:以?内|范围|半径|线以)/.test(right),
  },
  {
    name: 'one of several',
    example: '成为全国【20个】先行试点县之一。',
    test: (slot) => isPlain(slot) && /^[^,。;]{1,30}之一/.test(slot.right),
  },
  {
    name: 'place among others',
    example: '要在全省【121个】县区中争先进位。',
    test: (slot) => isPlain(slot) && /^(?:区县|县市|县区|县|区|市|省|城市|单位)中[找争]/.test(slot.right),
  },
  {
    name: 'those that a rank is taken among',
    example: '公众安全感居全省【36个】县区第2位。',
    test: (slot, next) =>
      isPlain(slot) &&
      slot.bordered &&
      next?.quantity.dimension === 'rank' &&
      /^[\u4e00-\u9fff]{0,12}(?:县|区|(?<!上)市|省|城市|单位|乡镇|地区|园区|街道|盟)中?$/.test(slot.right),
  },
  {
    name: 'members of the meeting',
    example: '【86名】代表出席大会。',
    test: ({ quantity, left, right }) =>
      quantity.dimension === 'people' &&
      (/^(?:人大|政协|市|县|区)?(?:代表|委员)(?:出席|参加|列席|汇聚|到会|欢聚|肩负|齐聚)/.test(right) ||
        /(?:应到|实到|应出席|出席|列席)(?:会议|大会)?的?(?:代表|委员|人员)?$/.test(left)),
  },
  {
    name: 'flags of the meeting',
    example: '主席台上【20面】红旗分列两侧。',
    test: ({ right }) => /^(?:鲜艳的)?红旗/.test(right),
  },
  {
    name: 'rate of a tax',
    example: '延续【15%】企业所得税优惠。',
    test: ({ quantity, right }) =>
      quantity.dimension === 'percent' &&
      /^(?:的)?(?:企业|个人|和)*(?:所得税|增值税|关税|税率)(?!收入|增长|下降)/.test(right),
  },
  {
    name: 'size before a noun that is counted',
    example: '【15人以上】加工点发展到80家。',
    test: (slot) =>
      slot.quantity.dimension === 'people' &&
      saysOver(slot) &&
      slot.bordered &&
      /^[\u4e00-\u9fff]{2,10}?(?:发展到|达到?|增至|增加到|有)$/.test(slot.right),
  },
  {
    name: 'how many people such a thing holds',
    example: '建成【5000人】社区30个。',
    test: (slot, next) =>
      slot.quantity.unit === '人' &&
      slot.bordered &&
      next?.quantity.dimension === 'count' &&
      /^(?:社区|村|小区|企业|学校|宿舍|食堂|会场|剧场|礼堂)$/.test(slot.right),
  },
  {
    name: 'what is used as a lever',
    example: '以【30个】重点项目为抓手扩大投资。',
    test: (slot) => isPlain(slot) && LEVERS.test(slot.right) && /以[^,]{0,6}$/.test(slot.left),
  },
  {
    name: 'count of indicators listed before',
    example: '固定资产投资、进出口等【4项】主要指标向好。',
    test: (slot) =>
      isPlain(slot) &&
      /^(?:主要|重点|核心|经济|预期|约束性?)*(?:指标|数据(?!中心|库|平台))/.test(slot.right) &&
      slot.left.includes('、'),
  },
  ...SIZE_RULES,
];

/** The rule by which a quantity is part of a name and states nothing: 总投资10亿元以上项目, 税收超亿元企业; null where none. */
export const thresholdOf = (slot: Slot, next: Slot | undefined): ThresholdRule | null =>
  THRESHOLD_RULES.find((rule) => rule.test(slot, next)) ?? null;
