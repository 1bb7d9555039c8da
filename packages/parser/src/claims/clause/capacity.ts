import type { Slot } from './slots.ts';

/** Units of what a plant makes or holds: before the name of a plant they tell its size. */
const MADE = new Set([
  '吨',
  '千瓦',
  '万千瓦',
  '兆瓦',
  '兆瓦时',
  '台',
  '辆',
  '只',
  '头',
  '羽',
  '支',
  '片',
  '颗',
  '对',
]);
const PLANT =
  /^(?!以|左右|的|级)[^,。;、:的]{1,16}?(?:(?<!改造|整治|治理|更新|提升|减排|淘汰)(?:项目|生产线)|基地|车间|机组|电站|[猪牛羊鸡鸭鱼]场|养殖场|养殖(?=、|和|$))/;
const REMADE = /(?:淘汰|改造|更新|新增|投放|压减|减少|出栏|存栏)$/;
/** 新增300兆瓦光伏: what was gained is a value. */
const GAINED = /(?:新增|净增|建成|并网|投产|达到?|为|装机|装机容量|容量|完成|核准|新建)$|^$/;
const ENERGY =
  /^(?:级)?(?:光伏|风电|风力|风光|储能|抽水蓄能|压缩空气|电化学|煤电|火电|热电|核电|生物质|制氢|海上|集中式|农光|渔光)/;
/** 日产|5000吨熟料生产线 */
const MAKES = /(?:[日年](?:产|处理|加工|出栏|屠宰|生产))$/;
const DONE = /改造|整治|治理|更新/;
/** Capacity in the name of a project that stands in a list: 年产36万吨优特钢等23个项目. */
const LISTED = /^[^,。;]{1,60}?等\d*$/;
/** The same where no count follows: 20万吨醋酸等一批重大项目. */
const BATCH = /^[^,。;]{1,60}?等(?:一批|重大|重点|[^,。;\d]{0,8}(?:项目|工程))/;

const holds = ({ quantity }: Slot): boolean =>
  ['weight', 'power', 'volume', 'area', 'length'].includes(quantity.dimension);

/** Quantities that tell how large a plant or a project is. */
export const CAPACITY_RULES = [
  {
    name: 'capacity before a batch of projects',
    example: '推动【20万吨】醋酸等一批重大项目投产。',
    test: (slot: Slot): boolean => holds(slot) && BATCH.test(slot.right),
  },
  {
    name: 'capacity in a list of projects',
    example: '【36万吨】优特钢等23个项目竣工。',
    test: (slot: Slot, next: Slot | undefined): boolean =>
      holds(slot) && next !== undefined && slot.bordered && LISTED.test(slot.right),
  },
  {
    name: 'capacity in the name of a power project',
    example: '华能【260兆瓦】光伏发电、远景300兆瓦风电稳步推进。',
    test: (slot: Slot, next: Slot | undefined): boolean =>
      slot.quantity.dimension === 'power' &&
      slot.quantity.hedge === null &&
      !GAINED.test(slot.left) &&
      ENERGY.test(slot.bordered ? (next?.gap ?? '') : slot.right),
  },
  {
    name: 'what a plant makes in a day or a year',
    example: '水泥厂日产【5000吨】熟料生产线、年产3万吨纸浆项目竣工。',
    test: ({ quantity, left, right }: Slot): boolean =>
      MADE.has(quantity.unit) && MAKES.test(left) && PLANT.test(right),
  },
  {
    name: 'capacity of a plant',
    example: '【60万吨】复合肥项目开工。',
    test: ({ quantity, left, right, bordered }: Slot): boolean =>
      !bordered &&
      MADE.has(quantity.unit) &&
      quantity.hedge === null &&
      PLANT.test(right) &&
      !REMADE.test(left) &&
      !(left.endsWith('完成') && DONE.test(right)),
  },
];
