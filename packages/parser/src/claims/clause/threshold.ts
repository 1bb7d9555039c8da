import { CAPACITY_RULES } from './capacity.ts';
import type { Slot } from './slots.ts';
import { inSteps } from './steps.ts';

/** One way in which a quantity is part of a name and states nothing; 【】 in the example marks that quantity. */
export interface ThresholdRule {
  name: string;
  example: string;
  test: (slot: Slot, next: Slot | undefined) => boolean;
}

const HEADS =
  /^(?:的)?(?:重大|重点|优质|骨干|产业|工业|制造业|先进|亿元|旗舰|龙头|规模|大型|内资|外资|农业|服务业|省级|市级|单体|在建|新|超|以上)?(?:企业|项目|产业|集群|园区|园|镇|乡|村|县|区|街道|税源|单位|大户|工程|平台|品牌|机构|商户|楼宇|市场|主体|工业|景区|城市|耕地|机组|锅炉|公司|龙头|商贸|家庭|农户|基金|产品|民营企业|板块|俱乐部|强镇|强县|强村|大关的企业|税收企业|级)/;
const OF_SUCH = /^的[^,。;、]{2,20}(?:项目|企业|工程)$/;
const SIZED = /(?:产值|税收|收入|利税|纳税|规模|销售额?|交易额|营收)(?:[过超破]|超过|突破)?$/;
const PLANNED = /^(?:年度|全年|年初|省定|市定)?(?:目标|任务|计划)(?:任务)?(?:为|是)?$/;
const STEPS = /^[十百千万亿元级整数]*(?:大?台阶|大关|关口)/;
const LEVERS = /^[^,。;]{2,24}为(?:牵引|重点|抓手|契机|引领|骨干|核心|依托|支撑|主体|基础)/;

const isBounded = ({ quantity }: Slot): boolean => quantity.bound === '>=' || quantity.bound === '<=';
const isPlain = ({ quantity }: Slot): boolean => !['rank', 'percent', 'point'].includes(quantity.dimension);
const isMoney = ({ quantity }: Slot): boolean => quantity.dimension === 'money';
const isOver = (slot: Slot): boolean => isBounded(slot) || /[过超破]$/.test(slot.left);
const saysOver = ({ quantity }: Slot): boolean =>
  quantity.hedge !== null && /以[上下内]/.test(quantity.hedge);

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
  {
    name: 'size of a village',
    example: '【30户以上】自然村通硬化路。',
    test: (slot) =>
      isBounded(slot) &&
      slot.quantity.unit === '户' &&
      /^(?:的)?(?:自然|较大|大)?(?:村|屯|寨|聚居点)/.test(slot.right),
  },
  {
    name: 'steps',
    example: '生产总值连跨【2个】百亿台阶。',
    test: ({ quantity, right }) => ['count', 'none'].includes(quantity.dimension) && STEPS.test(right),
  },
  {
    name: 'size of an enterprise or a project',
    example: '新增税收【超5000万元】企业3家。',
    test: (slot) => isMoney(slot) && isOver(slot) && HEADS.test(slot.right),
  },
  {
    name: 'size of such things as the next number counts',
    example: '签约投资【300万元以上】合作项目636个。',
    test: (slot, next) =>
      isMoney(slot) &&
      saysOver(slot) &&
      slot.bordered &&
      next?.quantity.dimension === 'count' &&
      /^(?:的)?[\u4e00-\u9fff]{0,6}(?:项目|企业|工程|产业)$/.test(slot.right),
  },
  {
    name: 'size of those just counted',
    example: '其中17个县(市)【超10亿元】。',
    test: (slot) =>
      ['none', 'money'].includes(slot.quantity.dimension) &&
      isBounded(slot) &&
      slot.follows &&
      slot.joint === '' &&
      slot.right === '' &&
      /^(?:县\(市\)|县|县区|区县|乡镇|镇|企业|园区|集团|家企业)(?:产值|税收|收入|财政收入|纳税|销售收入|主营业务收入)?$/.test(
        slot.gap,
      ),
  },
  {
    name: 'what the country spends',
    example: '抓住国家实施的【4万亿元】投资计划机遇。',
    test: (slot) =>
      isMoney(slot) &&
      slot.right !== '' &&
      /^(?:在|抓住|利用|借助|用好|抢抓)?(?:国家|中央)[^,、]{0,8}的$/.test(slot.left),
  },
  {
    name: 'size that an attribute tells',
    example: '82个预增产值过【10亿元】的重大增长点发力。',
    test: (slot) =>
      isMoney(slot) &&
      (isBounded(slot) || /[过超破]$/.test(slot.gap)) &&
      SIZED.test(slot.gap) &&
      /^的(?!目标|水平|关口|大关|任务)[^,。;、]{2,}/.test(slot.right),
  },
  {
    name: 'size before 的',
    example: '实施总投资【3000万元以上】的技改项目。',
    test: (slot) => isMoney(slot) && slot.quantity.hedge === '以上' && OF_SUCH.test(slot.right),
  },
  {
    name: 'size in any unit',
    example: '培育【3000平方米以上】商贸企业。',
    test: (slot) =>
      isPlain(slot) &&
      isBounded(slot) &&
      saysOver(slot) &&
      HEADS.test(slot.right) &&
      slot.quantity.dimension !== 'count',
  },
  {
    name: 'size without a unit',
    example: '打造【超千亿】产业集群。',
    test: (slot) =>
      isBounded(slot) &&
      slot.quantity.dimension === 'none' &&
      !/[余多]/.test(slot.quantity.hedge ?? '') &&
      HEADS.test(slot.right),
  },
  {
    name: 'size before a count of such',
    example: '产值【超10亿元】达5家。',
    test: (slot, next) =>
      isBounded(slot) &&
      !/[余多]/.test(slot.quantity.hedge ?? '') &&
      ['none', 'money'].includes(slot.quantity.dimension) &&
      slot.bordered &&
      !inSteps(slot, next) &&
      !(next?.joint !== '' && slot.left.includes('分别')) &&
      /^(?:的)?(?:达到?|有|为)?$/.test(slot.right),
  },
];

/** The rule by which a quantity is part of a name and states nothing: 总投资10亿元以上项目, 税收超亿元企业; null where none. */
export const thresholdOf = (slot: Slot, next: Slot | undefined): ThresholdRule | null =>
  THRESHOLD_RULES.find((rule) => rule.test(slot, next)) ?? null;
