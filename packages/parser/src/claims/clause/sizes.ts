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
const STEPS = /^[十百千万亿元级整数]*(?:大?台阶|大关|关口)/;
const isBounded = ({ quantity }: Slot): boolean => quantity.bound === '>=' || quantity.bound === '<=';
export const isPlain = ({ quantity }: Slot): boolean =>
  !['rank', 'percent', 'point'].includes(quantity.dimension);
const isMoney = ({ quantity }: Slot): boolean => quantity.dimension === 'money';
const isOver = (slot: Slot): boolean => isBounded(slot) || /[过超破]$/.test(slot.left);
export const saysOver = ({ quantity }: Slot): boolean =>
  quantity.hedge !== null && /以[上下内]/.test(quantity.hedge);

/** Sizes of projects, enterprises and places: 总投资10亿元以上项目. Tried in order. */
export const SIZE_RULES: readonly ThresholdRule[] = [
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
