import { present } from '@zhibiao/shared';
import type { Quantity } from '../../quantities/quantity.ts';

/** A value that is the distance to another one: 高于全国, 比省定目标低, 超年度计划. */
export interface Gap {
  direction: 'up' | 'down';
  /** what it is the distance to, in short words: 全国, 省定目标; several where 分别 deals out */
  others: readonly string[];
  /** where its words begin in the text before the quantity */
  start: number;
}

const OVER =
  /(?:分别|均|也|都|双双)?(高于|快于|高出|领先于?|低于|慢于|优于|好于|多于|少于|落后于?|超过了?|超出|超额|超)([^,;:]{2,24})$/;
const THAN =
  /(?:分别|均|也|都)?(?<![占同环对性可相])[比较](?![例重率值])([^,;:比较]{1,18}?)(?:分别|平均)?(?<![提升走攀拔增降减加扩变新])(高出|高了?|低了?|快了?|慢了?|多出|多了?|少了?|提前|领先)$/;
const DOWN = /^(?:低|慢|少|落后|提前)/;
/** Compared with a time, a value has moved: 高于上年, 比2015年高. */
const TIME =
  /^(?:同期)?(?:上|去|前|往|历|当)(?:一|个)?(?:年|届|月|季|期|半)|^历史|^年初|^期初|^(?:19|20)\d\d|^[一二三四五六七八九十\d]+年|^“?[一二三四五六七八九十]+五”?|^(?:规划|建国|改革|疫情)/;
/** What other values are: those of a wider region, of a group, of a target. */
const OTHER =
  /(?:目标(?:任务|值|数|要求)?|任务(?:数)?|计划(?:数|目标)?|预期(?:目标)?|进度|预算(?:数|目标)?|平均(?:水平|值|数|线)?|水平|增速|增幅|涨幅|增长率|全[国省市区州县](?:的)?|居民|标准)$/;
const TARGET =
  /(?:目标(?:任务|值|数|要求)?|任务(?:数)?|计划(?:数|目标)?|预期(?:目标)?|进度|预算(?:数|目标)?|标准)$/;
const TAIL =
  /(?:的?(?:平均水平|平均值|平均数|平均线|平均|总体水平|水平|增速|增幅|涨幅|增长率|年均增速)){1,4}$/;

/** Reads what a value is the distance to from the words before it; null where it is none. */
export function readGap(left: string, { dimension, form }: Quantity): Gap | null {
  if (dimension === 'rank' || dimension === 'none' || form === 'double') return null;
  const than = THAN.exec(left);
  if (than !== null)
    return gapTo(present(than[1], 'the second of than'), present(than[2], 'the third of than'), than.index);
  const over = OVER.exec(left);
  if (over === null) return null;
  const verb = present(over[1], 'the second of over');
  const other = present(over[2], 'the third of over');
  // 失业率低于控制目标4.5%: the target's own value
  const target = TARGET.test(other);
  if (dimension === 'percent' ? target || !OTHER.test(other) : dimension !== 'point' && !OTHER.test(other))
    return null;
  if (verb.startsWith('超') && !OTHER.test(other)) return null;
  return gapTo(other, verb, over.index);
}

function gapTo(other: string, verb: string, start: number): Gap | null {
  if (TIME.test(other)) return null;
  const others = other.split(/[、和与及]/).filter((one) => one !== '');
  const short = others
    .map((one) => one.replace(/^(?:于|同期)/, '').replace(TAIL, ''))
    .map((one) => one || other);
  return others.length === 0 ? null : { direction: DOWN.test(verb) ? 'down' : 'up', others: short, start };
}

const YEAR_BEFORE = /^(?:同期)?(?:上|去)(?:一)?年|^年初|^期初|^同期|^计划/;

/**
 * What a change or a growth is taken from when it is not the year before, in short words that are the same however a
 * text puts them: 较2006年, 是2006年的 and 在2006年的基础上 are all 2006年. Null for the year before.
 */
export function basisOf(comparison: string): string | null {
  if (/^[较比与]同期/.test(comparison)) return null;
  const basis = comparison
    .replace(/^(?:相当于|达到|[较比与同在是为达占])+/, '')
    .replace(/(?:相比|基础上|的|之前){1,20}$/, '')
    .replace(/(?:同期|均值|平均|底)$/, '')
    .replace(/(\d年)(?:末|年底)$/, '$1')
    .replace(/[“”]/g, '')
    .replace(/(?:时期|期间|规划)$/, '');
  return basis === '' || YEAR_BEFORE.test(basis) ? null : basis;
}
