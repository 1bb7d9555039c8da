import { patternsOf } from '../../lexicon/patterns.ts';
import type { Slot } from './slots.ts';
import { inSteps } from './steps.ts';

/** One way in which a quantity is part of a name and states nothing; 【】 in the example marks that quantity. */
export interface ThresholdRule {
  name: string;
  example: string;
  test: (slot: Slot, next: Slot | undefined) => boolean;
}

const patternOf = patternsOf('clause/sizes');
const HEADS = patternOf('heads');
const OF_SUCH = patternOf('suchThings');
const SIZED = patternOf('sized');
const STEPS = patternOf('steps');
const OVER = patternOf('over');
const OVER_SAID = patternOf('overSaid');
const VILLAGES = patternOf('villages');
const NEXT_THINGS = patternOf('nextThings');
const JUST_COUNTED = patternOf('justCounted');
const NATIONAL = patternOf('national');
const ATTRIBUTE = patternOf('attribute');
const MORE = patternOf('more');
const REACHES = patternOf('reaches');
const isBounded = ({ quantity }: Slot): boolean => quantity.bound === '>=' || quantity.bound === '<=';
export const isPlain = ({ quantity }: Slot): boolean =>
  !['rank', 'percent', 'point'].includes(quantity.dimension);
const isMoney = ({ quantity }: Slot): boolean => quantity.dimension === 'money';
const isOver = (slot: Slot): boolean => isBounded(slot) || OVER.test(slot.left);
export const saysOver = ({ quantity }: Slot): boolean =>
  quantity.hedge !== null && OVER_SAID.test(quantity.hedge);

/** Sizes of projects, enterprises and places: 总投资10亿元以上项目. Tried in order. */
export const SIZE_RULES: readonly ThresholdRule[] = [
  {
    name: 'size of a village',
    example: '【30户以上】自然村通硬化路。',
    test: (slot) => isBounded(slot) && slot.quantity.unit === '户' && VILLAGES.test(slot.right),
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
      NEXT_THINGS.test(slot.right),
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
      JUST_COUNTED.test(slot.gap),
  },
  {
    name: 'what the country spends',
    example: '抓住国家实施的【4万亿元】投资计划机遇。',
    test: (slot) => isMoney(slot) && slot.right !== '' && NATIONAL.test(slot.left),
  },
  {
    name: 'size that an attribute tells',
    example: '82个预增产值过【10亿元】的重大增长点发力。',
    test: (slot) =>
      isMoney(slot) &&
      (isBounded(slot) || OVER.test(slot.gap)) &&
      SIZED.test(slot.gap) &&
      ATTRIBUTE.test(slot.right),
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
      !MORE.test(slot.quantity.hedge ?? '') &&
      HEADS.test(slot.right),
  },
  {
    name: 'size before a count of such',
    example: '产值【超10亿元】达5家。',
    test: (slot, next) =>
      isBounded(slot) &&
      !MORE.test(slot.quantity.hedge ?? '') &&
      ['none', 'money'].includes(slot.quantity.dimension) &&
      slot.bordered &&
      !inSteps(slot, next) &&
      !(next?.joint !== '' && slot.left.includes('分别')) &&
      REACHES.test(slot.right),
  },
];
