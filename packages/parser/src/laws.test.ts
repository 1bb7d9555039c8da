import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf } from './claims/testing/claims-of.ts';
import { parseArticle } from './index.ts';

const SENTENCES = [
  '全年地区生产总值达到650.5亿元,增长6.2%,其中工业投资120亿元。',
  '城乡居民人均可支配收入分别达到5.2万元和2.6万元,增长4%和6.1%。',
  '新增规上工业企业50家、高新技术企业31家,列全省第7位。',
  '为37.2万名65岁以上老年人免费健康体检,发放补贴7亿元。',
  'PM2.5平均浓度每立方米33微克,优良天数比率提高2.4个百分点。',
  '人均生产总值由12.9万元增长到17万元,市场主体超20万户。',
  '完成3168个村庄环境整治,拆除危旧房5051栋、21万平方米。',
  '坚持稳中求进工作总基调。',
  '（三）改革开放迈出新步伐。',
  '① 普惠型小微企业、民营企业贷款余额分别增长３３％和１４％；',
];
const sentence = fc.constantFrom(...SENTENCES);
const noise = fc.string({
  unit: fc.constantFrom(...'0123456789.,,、。亿万千百个家%增长下降分别至-(“”\n 年第由到占'),
  maxLength: 60,
});
const body = fc.array(fc.oneof(sentence, noise), { maxLength: 12 }).map((parts) => parts.join(''));

const head = (region: string, year: number): string =>
  `政府工作报告\n——${year}年1月10日在${region}第十七届人民代表大会第五次会议上\n各位代表:现在,我代表${region}人民政府向大会报告工作,请予审议。\n一、${year - 1}年工作回顾\n`;
const report = (region: string, year: number) =>
  body.map((text) => `${head(region, year)}${text}\n二、${year}年目标任务\n今年地区生产总值增长6%以上。\n`);

describe('laws of parsing', () => {
  test('quotes and sentences are slices of the article; every observation fits the report', () => {
    fc.assert(
      fc.property(fc.oneof(body, report('丹阳市', 2021)), (text) => {
        for (const found of parseArticle({ title: '', text })) {
          for (const o of found.observations) {
            expect(text.slice(o.span.start, o.span.end)).toBe(o.quote);
            expect(text.slice(o.sentence.start, o.sentence.end)).toBe(o.sentence.text);
            expect(o.sentence.start).toBeLessThanOrEqual(o.span.start);
            expect(o.sentence.end).toBeGreaterThanOrEqual(o.span.end);
            expect(o.span.start).toBeGreaterThanOrEqual(found.span.start);
            expect(o.indicator.name).not.toBe('');
            expect(Number.isFinite(o.value)).toBe(true);
            expect(o.confidence).toBeGreaterThan(0);
            expect(o.confidence).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('parsing is deterministic', () => {
    fc.assert(
      fc.property(report('丹阳市', 2021), (text) => {
        expect(parseArticle({ title: '', text })).toEqual(parseArticle({ title: '', text }));
      }),
      { numRuns: 20 },
    );
  });

  test('a compilation cut at its report borders gives the same observations', () => {
    fc.assert(
      fc.property(report('丹阳市', 2021), report('句容市', 2022), (first, second) => {
        const text = `${first}\n${second}`;
        const whole = parseArticle({ title: '', text });
        const parts = whole.flatMap((one) => {
          const slice = text.slice(one.span.start, one.span.end);
          return parseArticle({ title: '', text: slice }).flatMap((part) => part.observations);
        });
        const bare = (o: (typeof parts)[number]) => ({ ...o, id: '', span: 0, sentence: o.sentence.text });
        expect(parts.map(bare)).toEqual(whole.flatMap((one) => one.observations).map(bare));
      }),
      { numRuns: 30 },
    );
  });
});

describe('parallel lists', () => {
  const NAMES = ['地区生产总值', '固定资产投资', '社会消费品零售总额', '进出口总额', '一般公共预算收入'];
  const VERBS = [
    ['增长', '%', 'growth', 1],
    ['下降', '%', 'growth', -1],
    ['提高', '个百分点', 'change', 1],
    ['达到', '亿元', 'level', 1],
    ['突破', '亿元', 'level', 1],
    ['居全省第', '位', 'rank', 1],
  ] as const;
  const list = fc.tuple(
    fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 4 }),
    fc.constantFrom(...VERBS),
    fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }),
  );

  test('each name of the list has its own value; verb, sign and unit are those of the list', () => {
    fc.assert(
      fc.property(list, ([names, [verb, unit, measure, sign], numbers]) => {
        const ordinal = measure === 'rank' ? '第' : '';
        const values = names.map((_, i) => `${numbers[i]}${unit}`).join(`、${ordinal}`);
        const claims = claimsOf(`${names.join('、')}分别${verb}${values}。`);
        expect(claims.map((claim) => [claim.name, claim.quantity.value, claim.measure, claim.sign])).toEqual(
          names.map((name, i) => [name, numbers[i]! * (unit === '亿元' ? 1e8 : 1), measure, sign]),
        );
      }),
    );
  });
});

describe('hostile text', () => {
  const UNITS = [
    '1234567890',
    '1,',
    '1.2',
    '甲、乙、丙分别增长1%、2%和3%、',
    '((“《',
    '一百万亿零',
    '1%-2%至3%到',
    '增长提高下降',
    '占比重的',
    '由1亿元到2亿元由',
    '社会\n消费 \n',
    '新增企业12家和',
    ' 1 ',
    '“1”年第',
  ];
  const filled = (unit: string, size: number): string =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

  // Linear work on a megabyte takes seconds; anything that backtracks would run into the test's time limit.
  test('a megabyte of it is parsed', { timeout: 60_000 }, () => {
    const text = UNITS.map((unit) => filled(unit, Math.ceil(1_000_000 / UNITS.length))).join('');
    const [report] = parseArticle({ title: '', text });
    expect(text.length).toBeGreaterThanOrEqual(1_000_000);
    for (const o of report!.observations.slice(-500))
      expect(text.slice(o.span.start, o.span.end)).toBe(o.quote);
  });
});
