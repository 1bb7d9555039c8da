import type { Slot } from './slots.ts';
import type { Grammar } from './tables.ts';

const HEADS =
  /^(?:的)?(?:重大|重点|优质|骨干|产业|工业|制造业|先进|亿元|旗舰|龙头|规模|大型|内资|外资|农业|服务业|省级|市级|单体|在建|新|超|以上)?(?:企业|项目|产业|集群|园区|园|镇|乡|村|县|区|街道|税源|单位|大户|工程|平台|品牌|机构|商户|楼宇|市场|主体|工业|景区|城市|耕地|机组|锅炉|公司|龙头|商贸|家庭|农户|基金|产品|民营企业|板块|俱乐部|强镇|强县|强村|大关的企业|税收企业|级)/;

const OF_SUCH = /^的[^,。;、]{2,20}(?:项目|企业|工程)$/;
const PLANNED = /^(?:年度|全年|年初|省定|市定)?(?:目标|任务|计划)(?:任务)?(?:为|是)?$/;
const STEPS = /^[十百千万亿元级整数]*(?:大?台阶|大关|关口)/;

/** Capacity in the name of a project that stands in a list: 年产36万吨优特钢等23个项目. */
const LISTED = /^[^,。;]{1,60}?等\d*$/;

/** The same where no count follows: 20万吨醋酸等一批重大项目. */
const BATCH = /^[^,。;]{1,60}?等(?:一批|重大|重点|[^,。;\d]{0,8}(?:项目|工程))/;

/** Units of what a plant makes or holds: before the name of a plant they tell its size. */
const MADE = new Set(['吨', '千瓦', '万千瓦', '兆瓦', '台', '辆', '只', '头', '羽', '支', '片', '颗']);
const PLANT =
  /^(?!以|左右|的|级)[^,。;、:的]{2,16}?(?:(?<!改造|整治|治理|更新|提升|减排|淘汰)(?:项目|生产线)|基地|车间|机组)/;

/** 60万吨复合肥|项目, 1.5万头能繁母猪|基地: how much the plant shall make. */
function isCapacity({ quantity, left, right, bordered }: Slot): boolean {
  if (bordered || !MADE.has(quantity.unit) || quantity.hedge !== null) return false;
  return PLANT.test(right) && !/(?:淘汰|改造|更新|新增|投放|压减|减少|完成)$/.test(left);
}

/**
 * Whether a quantity is part of a name and states nothing: 总投资10亿元以上项目, 税收超亿元企业, 5000吨稀土冶炼等….
 */
export function isThreshold(slot: Slot, next: Slot | undefined, _grammar: Grammar): boolean {
  const { quantity, right } = slot;
  // ESI全球前1%
  if (quantity.dimension === 'percent' && slot.left.endsWith('前')) return true;
  // 增长14%(年度目标7%左右): what had been planned, beside what came
  if (slot.bracket !== null && PLANNED.test(slot.left)) return true;
  if (/^及?以[上下]/.test(right) && /^及?以[上下](?:的)?[^,。;]/.test(right)) return true;
  if (quantity.dimension === 'rank' || quantity.dimension === 'percent' || quantity.dimension === 'point')
    return false;
  if (isCapacity(slot)) return true;
  const bounded = quantity.bound === '>=' || quantity.bound === '<=';
  if (/首个|首家|第一个|唯一|第[\d一二三四五六七八九十]+[个家座]/.test(slot.left) && right.startsWith('的'))
    return true;
  if (/^(?:[\u4e00-\u9fff]{0,4})(?:人民|儿女|父老|各族)|^民(?:的|群众|众|$)/.test(right)) return true;
  if (quantity.dimension === 'length' && /^(?:以?内|范围|半径|线以)/.test(right)) return true;
  if (/^[^,。;]{1,30}之一/.test(right)) return true;
  // 在全省167个区县中找位次
  if (/^(?:区县|县市|县区|县|区|市|省|城市|单位)中[找争]/.test(right)) return true;
  if (
    /^[^,。;]{2,24}为(?:牵引|重点|抓手|契机|引领|骨干|核心|依托|支撑|主体|基础)/.test(right) &&
    /以[^,]{0,6}$/.test(slot.left)
  )
    return true;
  // A、B、C等4项主要指标: the count of a list that stands before it
  if (
    /^(?:主要|重点|核心|经济|预期|约束性?)*(?:指标|数据(?!中心|库|平台))/.test(right) &&
    slot.left.includes('、')
  )
    return true;
  // 30户以上自然村
  if (quantity.unit === '户' && /^(?:的)?(?:自然|较大|大)?(?:村|屯|寨|聚居点)/.test(right)) return bounded;
  // 连跨4个千亿台阶: steps, no value
  if (['count', 'none'].includes(quantity.dimension) && STEPS.test(right)) return true;
  const over = bounded || /[过超破]$/.test(slot.left);
  if (over && quantity.dimension === 'money' && HEADS.test(right)) {
    return true;
  }
  // 300个总投资3000万元以上的…项目
  if (quantity.hedge === '以上' && quantity.dimension === 'money' && OF_SUCH.test(right)) return true;
  if (bounded && quantity.hedge !== null && /以[上下内]/.test(quantity.hedge) && HEADS.test(right))
    return quantity.dimension !== 'count';
  if (bounded && quantity.dimension === 'none' && HEADS.test(right)) return true;
  if (
    bounded &&
    ['none', 'money'].includes(quantity.dimension) &&
    slot.bordered &&
    !(next?.joint !== '' && slot.left.includes('分别')) &&
    /^(?:的)?(?:达到?|有|为)?$/.test(right)
  )
    return true;
  const capacity = ['weight', 'power', 'volume', 'area', 'length'].includes(quantity.dimension);
  if (capacity && BATCH.test(right)) return true;
  if (capacity && next !== undefined && slot.bordered && LISTED.test(right)) return true;
  return false;
}
