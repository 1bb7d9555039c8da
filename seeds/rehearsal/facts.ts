import { between, pick, type Random } from '../../bench/random.ts';

/** One figure that a report states. What is expected of a crawl is made of these, never of what the parser says. */
export interface Fact {
  readonly code: string;
  readonly kind: 'actual' | 'target';
  readonly measure: 'level' | 'growth';
  readonly bound: '=' | '~' | '>=' | '<=';
  /** multiplied out */
  readonly value: number;
  readonly unit: string;
}

/** Words of a sentence and the figures that they state. */
export interface Stated {
  readonly words: string;
  readonly facts: readonly Fact[];
}

type Kind = Fact['kind'];
const hedges = [
  { before: '', after: '', bound: '=' },
  { before: '约', after: '', bound: '~' },
  { before: '', after: '左右', bound: '~' },
  { before: '', after: '以上', bound: '>=' },
] as const;

/** `1236.5亿元`: decimal digits as written, and the value that they say. */
function amount(random: Random, low: number, high: number, digits: number, scale: number) {
  const written = between(random, low, high, digits);
  return { written, value: Number((Number(written) * scale).toPrecision(12)) };
}

function level(
  code: string,
  name: string,
  unit: string,
  word: string,
  scale: number,
  low: number,
  high: number,
  digits = 1,
) {
  return (random: Random, kind: Kind): Stated => {
    const { written, value } = amount(random, low, high, digits, scale);
    const hedge = pick(random, hedges);
    const verb = pick(random, kind === 'actual' ? ['达到', '完成', '为'] : ['达到']);
    return {
      words: `${name}${verb}${hedge.before}${written}${word}${hedge.after}`,
      facts: [{ code, kind, measure: 'level', bound: hedge.bound, value, unit }],
    };
  };
}

function growth(code: string, name: string, low: number, high: number) {
  return (random: Random, kind: Kind): Stated => {
    const written = between(random, low, high, 1);
    const hedge = pick(random, hedges);
    const falls = kind === 'actual' && random() < 0.15;
    return {
      words: `${name}${falls ? '下降' : '增长'}${hedge.before}${written}%${falls ? '' : hedge.after}`,
      facts: [
        {
          code,
          kind,
          measure: 'growth',
          bound: falls && hedge.after !== '' ? '=' : hedge.bound,
          value: falls ? -Number(written) : Number(written),
          unit: '%',
        },
      ],
    };
  };
}

/** A level and its growth in one clause pair: 一般公共预算收入120.5亿元、增长4.2%. */
function both(code: string, name: string, low: number, high: number) {
  return (random: Random, kind: Kind): Stated => {
    const { written, value } = amount(random, low, high, 2, 1e8);
    const rate = between(random, 1, 9, 1);
    return {
      words: `${name}${written}亿元、增长${rate}%`,
      facts: [
        { code, kind, measure: 'level', bound: '=', value, unit: '元' },
        { code, kind, measure: 'growth', bound: '=', value: Number(rate), unit: '%' },
      ],
    };
  };
}

const reached = [
  level('gdp', '地区生产总值', '元', '亿元', 1e8, 800, 9000, 1),
  both('general_public_budget_revenue', '一般公共预算收入', 60, 700),
  growth('fixed_asset_investment', '固定资产投资', 2, 12),
  growth('industrial_value_added', '规模以上工业增加值', 2, 12),
  both('retail_sales', '社会消费品零售总额', 300, 3000),
  level('urban_new_jobs', '城镇新增就业', '人', '万人', 1e4, 2, 12, 2),
  level('urban_resident_income', '城镇居民人均可支配收入', '元', '元', 1, 32000, 64000, 0),
  growth('rural_resident_income', '农村居民人均可支配收入', 3, 9),
  level('urbanization_rate', '常住人口城镇化率', '%', '%', 1, 55, 85, 1),
  level('grain_output', '粮食总产量', '吨', '万吨', 1e4, 50, 400, 1),
];
const planned = [
  growth('gdp', '地区生产总值', 4, 7),
  growth('general_public_budget_revenue', '一般公共预算收入', 3, 6),
  growth('fixed_asset_investment', '固定资产投资', 4, 9),
  growth('retail_sales', '社会消费品零售总额', 4, 9),
  level('urban_new_jobs', '城镇新增就业', '人', '万人', 1e4, 2, 10, 1),
];

/** What a report states of the past year, or plans for its own: some of each indicator's forms, in a random order. */
export function state(random: Random, kind: Kind): Stated[] {
  const forms = kind === 'actual' ? reached : planned;
  return forms.filter(() => random() < 0.75).map((form) => form(random, kind));
}
