import { describe, expect, test } from 'vitest';
import { parseArticle } from '../parse.ts';
import { isTraditional } from './traditional.ts';

const report = (...body: string[]) => ({
  title: '',
  text: [
    '政府工作報告',
    '——2023年1月12日在句容市第十八屆人民代表大會第二次會議上',
    '各位代表:',
    '現在,我代表市人民政府,向大會報告政府工作,請予審議。',
    '一、2022年工作回顧',
    ...body,
    '二、今年工作安排',
    '地區生產總值增長6%左右,城鎮新增就業1.1萬人。',
  ].join('\n'),
});

describe('traditional characters', () => {
  test.each([
    ['地區生產總值達到760億元。', '地区生产总值', 76e9, '元', '760億元'],
    ['城鎮化率提高1.2個百分點。', '城镇化率', 1.2, '百分点', '1.2個百分點'],
    ['新增市場主體6200戶。', '新增市场主体', 6200, '户', '6200戶'],
    ['建成高標準農田2.4萬畝。', '建成高标准农田', 24000, '亩', '2.4萬畝'],
    ['外貿進出口總額18.3億美元。', '外贸进出口总额', 1.83e9, '美元', '18.3億美元'],
    ['居民人均可支配收入41230元,增長6.1%。', '居民人均可支配收入', 41230, '元', '41230元'],
    ['改造老舊小區36個。', '改造老旧小区', 36, '个', '36個'],
  ])('%s', (sentence, name, value, unit, quote) => {
    const { text, title } = report(sentence);
    const [first] = parseArticle({ text, title })[0]?.observations ?? [];
    expect(first).toMatchObject({ indicator: { name }, value, unit, quote, kind: 'actual' });
    expect(text.slice(first?.span.start, first?.span.end)).toBe(quote);
  });

  test('frame the report as well', () => {
    const [found] = parseArticle(report('糧食產量達到31萬噸。'));
    expect(found).toMatchObject({ region: { name: '句容市' }, year: 2023, genre: 'work-report' });
    expect(found?.observations.map(({ kind, period }) => `${kind} ${period?.end}`)).toEqual([
      'actual 2022',
      'target 2023',
      'target 2023',
    ]);
  });

  test('are told from simplified text with a rare one', () => {
    expect(isTraditional('乾县、於潜镇和鍾村街道实现地区生产总值突破百亿元,成效显著。')).toBe(false);
    expect(isTraditional('地區生產總值突破百億元')).toBe(true);
    expect(isTraditional('')).toBe(false);
  });
});

describe('look-alikes', () => {
  test.each([
    ['规模以上工业增加值增长8.1℅。', 8.1, '%'],
    ['规模以上工业增加值增长8.1﹪。', 8.1, '%'],
    ['规模以上工业增加值增长8.1٪。', 8.1, '%'],
    ['规模以上工业增加值增长8.1％。', 8.1, '%'],
    ['人口自然增长率3.2‰。', 3.2, '‰'],
  ])('%s', (sentence, value, unit) => {
    const [first] =
      parseArticle({ title: '', text: `一、2021年工作回顾\n${sentence}` })[0]?.observations ?? [];
    expect(first).toMatchObject({ value, unit });
  });

  test.each(['PM2.5', 'PM_2.5', 'PM₂.₅', 'PM 2.5', 'ＰＭ２.５', 'PM2．5', '细颗粒物(PM2.5)', 'PM 2.5 '])(
    '%s is PM2.5',
    (written) => {
      const text = `一、2021年工作回顾\n${written}平均浓度下降到31微克/立方米,优良天数增加6天。`;
      const [first] = parseArticle({ title: '', text })[0]?.observations ?? [];
      expect(first).toMatchObject({ indicator: { code: 'pm25' }, value: 31 });
    },
  );
});
