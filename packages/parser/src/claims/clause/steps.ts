import type { Slot } from './slots.ts';

/** 三个台阶, 三个百亿台阶, 大关 */
const STEPS = /^[一二两三四五六七八九十几\d]{0,9}个?[十百千万亿整数]{0,6}元?级?(?:新|大)?(?:台阶|大关|关口)/;

/** Whether what stands behind a value only says that it is a mark which was passed: 跨上40亿三个台阶. */
export const saysSteps = (right: string): boolean => STEPS.test(right);

/** 先后突破500亿元、|800亿元大关: the values of a row of marks, each of them reached. */
export const inSteps = (slot: Slot, next: Slot | undefined): boolean =>
  next?.joint === '、' &&
  next.left === '' &&
  next.quantity.dimension === slot.quantity.dimension &&
  (next.right === '' || saysSteps(next.right));
