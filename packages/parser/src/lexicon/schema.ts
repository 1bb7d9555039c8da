import { Bound, Measure } from '@zhibiao/shared';
import { z } from 'zod';

const Words = z.array(z.string().min(1));

/**
 * A known indicator. `definition` says in one line what it is and what it is not. `names[0]` is its usual name; a name
 * may hold one choice in brackets, `[新增|净增]市场主体`.
 * `units` are base units it comes in; `range` is the plausible range of a level, `growth` that of a growth rate in %.
 */
export const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  definition: z.string().default(''),
  names: z.array(z.string().min(2)).min(1),
  units: z.array(z.string()).default([]),
  measures: z.array(Measure).default(['level', 'growth', 'change', 'rank', 'gap']),
  range: z.tuple([z.number(), z.number()]).optional(),
  growth: z.tuple([z.number(), z.number()]).default([-60, 200]),
});
export type Indicator = z.infer<typeof Indicator>;

/** Units by what they measure. */
export const Units = z.strictObject({
  money: Words,
  percent: Words,
  multiple: Words,
  place: Words,
  area: Words,
  length: Words,
  weight: Words,
  volume: Words,
  power: Words,
  data: Words,
  people: Words,
  count: Words,
  concentration: Words,
});
export type Units = z.infer<typeof Units>;
export type Dimension = keyof Units | 'point' | 'rank' | 'none';

const Hedge = z.strictObject({
  word: z.string().min(1),
  bound: Bound,
  /** what is reported as the hedge, where that is shorter than the word */
  hedge: z.string().optional(),
  /** counts only before a bare multiplier (过万, 破千亿) */
  bareOnly: z.boolean().optional(),
  /** counts only at the end of a clause */
  endOnly: z.boolean().optional(),
  /** characters that make another word of it when they stand before it (签约) */
  notAfter: z.string().optional(),
});
export type Hedge = z.infer<typeof Hedge>;

/** Words around a number that say how exact it is: before it, between number and unit, behind the unit. */
export const Hedges = z.strictObject({
  before: z.array(Hedge),
  inside: z.array(Hedge),
  after: z.array(Hedge),
});
export type Hedges = z.infer<typeof Hedges>;

/** Words by the part they play around a quantity. */
export const Verbs = z.strictObject({
  up: Words,
  down: Words,
  reach: Words,
  /** of the words of growth, those that mean a fall where the name is one of the `burdens` of the names */
  better: Words,
  /** verbs before a rank and what it is taken within (位列全省) */
  rank: Words,
  adverbs: Words,
  work: Words,
  openers: Words,
  commitments: Words,
  comparisons: Words,
  /** words that begin or end like one of the words above and are none (共享, 公共) */
  protectedStarts: Words,
  protectedEnds: Words,
  /** verbs that only set another verb going (推动…开工) */
  causal: Words,
  /** verbs that stand before a noun as its modifier (上市公司, 供水管网) */
  modifiers: Words,
  /** verbs that make a noun with the head behind them (贷款余额, 投资规模) */
  nominals: Words,
  /** verbs that tell no more of a thing than that one works on it: 实施项目63个,总投资…, the money is of the projects */
  undertakes: Words,
  /** verbs that open a statement of their own in the middle of a clause */
  statementVerbs: Words,
  /** words at which a noun behind its count ends: 24个产业项目|顺利竣工 */
  nounEnds: Words,
  /** of those, the ones that do not belong to the action either */
  actionAdverbs: Words,
  /** where the topic of a clause ends: what follows says what became of it */
  topicStops: Words,
  /** verbs that name what was done without an object (造林, 融资) */
  alone: Words,
  /** words in front of a name that tell nothing of what it is (推进, 拥有, 仅) */
  weak: Words,
  /** verbs of which the name before a growth is the object only (带动…增长) */
  moving: Words,
  /** verbs that say nothing of what is done (进行, 开展): what is done is the noun behind them */
  lightVerbs: Words,
  /** words before those to whom something is done: 对14家企业进行检查 */
  treats: Words,
  /** words that may open what a counted thing does and with whom: 项目|与县政府签约 */
  prepositions: Words,
  /** verbs of state that tell which of the counted things are meant: 项目|具备开工条件 */
  qualities: Words,
  /** what became of things that are built, behind their name: 5所学校|建成投用 */
  finishes: Words,
  /** verbs of which the object shrinks by the rate behind it: 精简会议41% */
  cuts: Words,
  /** verbs behind an amount, before what it was spent on: 投资3亿元|建成… */
  spentOn: Words,
  /** what is said in praise of a thing behind its name (进展顺利, 享誉海内外) */
  evaluations: Words,
});
export type Verbs = z.infer<typeof Verbs>;

/** What makes a number no observation. */
export const Stops = z.strictObject({
  followers: Words,
  preceders: Words,
  openQuotes: z.string(),
  closeQuotes: z.string(),
  /** behind a unit: 55条措施, 5000吨级, 35GW一期 */
  unitFollowers: Words,
  /** words that begin like a unit and are none: 2300万|省外劳动力 */
  unitWords: Words,
  /** units of time that are values behind a word of the clause: 优良天数达到263天, 预期寿命79岁 */
  spans: z.array(z.strictObject({ unit: z.string().min(1), after: z.string().min(1) })),
});
export type Stops = z.infer<typeof Stops>;

/** How names of several indicators fold into one phrase. */
export const Names = z.strictObject({
  /** nouns that make a phrase the name of a measured thing (收入, 总额, 率) */
  heads: Words,
  /** heads that say nothing alone and take the thing before them (总投资, 占比, 面积) */
  bareHeads: Words,
  /** things that are counted (企业, 项目) and come before their verb (企业复产) */
  countedHeads: Words,
  /** ends of a whole's name that tell what is measured and hold for its parts: 粮食产量…,其中夏粮… */
  partHeads: Words,
  /** what the last member of a list tells of all of them: 新材料、装备制造|营业收入 */
  tails: Words,
  /** things of which a list gives several sums, and the sums that it names without them: 主导产业增加值…、税收… */
  owners: Words,
  owned: Words,
  /** quantities that stand in a row under one owner, named with the first alone: 普通高中招生…,在校生… */
  rows: z.array(Words),
  /** heads of which the second of a pair takes the beginning of the first: 财政收入、支出 */
  opposites: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  /** one phrase that stands for several: [written, first, second, …] */
  groups: z.array(z.array(z.string()).min(3)),
  /** trailing nouns of growth: 涨幅, 增速 */
  growthNouns: Words,
  scopes: Words,
  /** what a growth is measured by when it is not simply the year before, as texts write it and in one short form */
  bases: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  /** what a value is kept at or brought over, no subject of it: 3.8亿斤的底线 */
  milestones: Words,
  /** words with a 和, 与 or 及 in them that joins nothing: 普及率, 县级及以上 */
  whole: Words,
  /** ends of names whose values are better when they fall: 污染指数改善4.9% */
  burdens: Words,
  /** spellings that mean the same in a name, the written one and the one that is kept; Latin letters in capitals */
  spellings: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  /** characters that do not count in a name */
  silent: z.string(),
  /** words in front of and behind a name that do not tell indicators apart (全市, 完成) */
  fronts: Words,
  backs: Words,
});
export type Names = z.infer<typeof Names>;
