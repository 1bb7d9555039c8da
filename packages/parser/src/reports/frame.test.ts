import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameReports, readFrames, rolesOf } from './index.ts';

const report = (head: string, body: string): { title: string; text: string } => ({
  title: '',
  text: `${head}\n${body}`,
});
const body = [
  '各位代表:',
  '现在,我代表市人民政府向大会报告工作,请予审议,并请市政协委员提出意见。',
  '一、2021年工作回顾',
  '过去一年,全市上下齐心协力,地区生产总值增长6.1%。',
  '二、2022年主要任务',
  '今年全市经济社会发展的主要预期目标是:地区生产总值增长6%左右。',
  '谢谢大家!',
].join('\n');

describe('the head', () => {
  it('gives region and date from the session line', () => {
    const [frame] = frameReports(
      report('政府工作报告\n——2022年1月9日在丹阳市第十八届人民代表大会第一次会议上', body),
    );
    expect(frame).toMatchObject({
      ordinal: 1,
      region: { name: '丹阳市', adcode: '321181', level: 'county' },
      deliveredAt: '2022-01-09',
      year: 2022,
      reviewed: { start: 2021, end: 2021 },
      targeted: { start: 2022, end: 2022 },
      flags: [],
    });
  });

  it('reads hanzi dates, blanks inside words and a date in brackets', () => {
    const [frame] = frameReports(
      report('政 府 工 作 报 告\n——在顺平县第 十五届人民代表大会第二次会议上\n(二〇二二年一月九日)', body),
    );
    expect(frame).toMatchObject({ region: { name: '顺平县' }, deliveredAt: '2022-01-09' });
  });

  it('names a district after its city', () => {
    const [frame] = frameReports(report('2022年1月9日在苏州市相城区第五届人民代表大会第一次会议上', body));
    expect(frame?.region).toEqual({ name: '苏州市相城区', adcode: '320507', level: 'county' });
  });
});

describe('the year', () => {
  const redacted = (review: string, plan: string): string =>
    [
      '各位代表:',
      '现在,我代表藤县人民政府,向大会报告工作,请予审议。',
      '一、20xx年工作回顾',
      `过去一年,全县经济平稳增长。${review}`,
      '二、20xx年主要任务',
      `全县经济社会发展的预期目标如下。${plan}`,
    ].join('\n');

  it.each([
    ['', '今年是“十三五”规划收官之年。', 2020],
    ['', '以优异成绩庆祝建党100周年。', 2021],
    ['我们隆重庆祝新中国成立70周年。', '', 2020],
    ['我们实现了“十四五”良好开局。', '', 2022],
    ['', '今年是全面贯彻党的二十大精神的开局之年。', 2023],
    ['', '为“十五五”良好开局打牢基础。今年是“十四五”规划收官之年。', 2025],
  ])('is told by the calendar where figures are redacted: %s%s', (review, plan, year) => {
    const [frame] = frameReports({ title: '', text: redacted(review, plan) });
    expect(frame).toMatchObject({ year, deliveredAt: String(year), flags: ['year-redacted'] });
    expect(frame?.reviewed).toEqual({ start: year - 1, end: year - 1 });
  });

  it('stays open where nothing dates the text', () => {
    const [frame] = frameReports({ title: '', text: redacted('', '') });
    expect(frame).toMatchObject({ year: null, reviewed: null, targeted: null });
  });

  it('of a session in December is the one of the session; the plan is for the next', () => {
    const text = [
      '2021年12月28日在藤县第十七届人民代表大会第一次会议上',
      '各位代表:',
      '现在,我代表藤县人民政府,向大会报告工作,请予审议。',
      '一、2021年工作回顾',
      '一年来,全县经济平稳增长。',
      '二、2022年主要任务',
      '全县经济社会发展的预期目标如下。',
    ].join('\n');
    const [frame] = frameReports({ title: '', text });
    expect(frame).toMatchObject({
      year: 2021,
      deliveredAt: '2021-12-28',
      reviewed: { start: 2021, end: 2021 },
      targeted: { start: 2022, end: 2022 },
    });
    expect(frame && rolesOf(frame, text).map(({ period }) => period?.start)).toEqual([undefined, 2021, 2022]);
  });
});

describe('titles', () => {
  it('never decide against the text, and are flagged where they lie', () => {
    const head = '【篇1】2023年吉林省政府工作报告';
    const [frame] = frameReports({
      title: '2023年吉林省政府工作报告汇编',
      text: `${head}\n${body.replace('我代表市', '我代表丹阳市')}`,
    });
    expect(frame).toMatchObject({
      region: { name: '丹阳市' },
      year: 2022,
      flags: ['title-region-mismatch', 'title-year-mismatch'],
    });
  });

  it('tell region and year where the text does not', () => {
    const [frame] = frameReports({ title: '2019年江苏省镇江市政府工作报告', text: '我们完成了各项工作。' });
    expect(frame).toMatchObject({ region: { name: '镇江市' }, year: 2019 });
  });
});

describe('the region of a headless text', () => {
  it('is the unit it speaks as, not the one above it', () => {
    const text =
      '全市签约上报镇江市项目3个。句容经验得到推广。全市完成《句容市规划》,创建镇江市级园区,句容市水厂完工。';
    expect(frameReports({ title: '', text })[0]?.region?.name).toBe('句容市');
  });

  it('is a former county where the year asks for it', () => {
    const text =
      '一、2012年工作回顾\n全县上下努力建设和谐清苑。清苑的明天更好。全县经济平稳。\n二、2013年主要任务\n全县继续努力,清苑会更美。';
    expect(frameReports({ title: '', text })[0]?.region).toMatchObject({ name: '清苑县', adcode: '130622' });
  });
});

describe('a unit that ended between two tables', () => {
  it('speaks until the first table that lists it no more', () => {
    const text =
      '一、2017年工作回顾\n邢台县经济平稳增长,全县共同努力。\n二、2018年主要任务\n邢台县全县继续努力,邢台县会更美。';
    expect(frameReports({ title: '', text })[0]?.region?.name).toBe('邢台县');
  });
});

describe('sections', () => {
  it('form a tree of numbered and unnumbered headings, glued ones cut where the sentence begins', () => {
    const text = [
      '2022年工作回顾',
      '一、产业发展',
      '(一)工业稳步增长。规上企业有所增加。',
      '(二)农业提质增效。粮食丰收。',
      '二、民生改善',
      '1.办好教育。新建了学校。',
      '2023年工作安排今年要做好以下工作。',
      '一、继续努力',
      '各项工作都要推进。',
    ].join('\n');
    const [frame] = frameReports({ title: '', text });
    expect(frame?.sections.map(({ level, title }) => [level, title])).toEqual([
      [1, '2022年工作回顾'],
      [2, '一、产业发展'],
      [3, '(一)工业稳步增长'],
      [3, '(二)农业提质增效'],
      [2, '二、民生改善'],
      [3, '1.办好教育'],
      [1, '2023年工作安排'],
      [2, '一、继续努力'],
    ]);
    const [first, chapter] = frame?.sections ?? [];
    expect(text.slice(first?.start, first?.end).endsWith('新建了学校。')).toBe(true);
    expect(text.slice(chapter?.start, chapter?.end).endsWith('粮食丰收。')).toBe(true);
  });

  it('hold chapters that start anew under an unnumbered part, even where the first ones are lost', () => {
    const text =
      '2021年工作回顾\n四、生态改善\n空气变好。\n五、民生增进\n收入提高。\n2022年工作安排\n一、产业强市\n抓好项目。';
    expect(frameReports({ title: '', text })[0]?.sections.map(({ level }) => level)).toEqual([1, 2, 2, 1, 2]);
  });

  it('are no words that a broken line leaves alone', () => {
    const text = `我们朝着\n全面建设小康社会\n的目标前进,${'各项事业都要向前推进,'.repeat(8)}再上台阶。`;
    expect(frameReports({ title: '', text })[0]?.sections).toEqual([]);
  });

  it('take 一、二、三产业 for what it is', () => {
    const text = '一、2022年工作回顾\n经济平稳增长。一、二、三产业比重为10:50:40。二、三产业占比提高。';
    expect(frameReports({ title: '', text })[0]?.sections).toHaveLength(1);
  });
});

describe('names that several units bear', () => {
  const report = (city: string): string =>
    `2022年1月9日在鼓楼区第十八届人民代表大会第一次会议上\n${body.replaceAll('全市', '全区')}\n${`${city}的发展离不开大家。`.repeat(5)}`;
  it('are told apart by the city that the text names', () => {
    expect(frameReports({ title: '', text: report('南京') })[0]?.region?.name).toBe('南京市鼓楼区');
    expect(frameReports({ title: '', text: report('徐州') })[0]?.region?.name).toBe('徐州市鼓楼区');
    expect(frameReports({ title: '', text: report('这里') })[0]?.region).toBeNull();
  });
  it('a report to the National People’s Congress is the country’s', () => {
    const text = `2024年3月5日在第十四届全国人民代表大会第二次会议上\n国务院总理 某某\n各位代表:\n现在,我代表国务院,向大会报告政府工作,请予审议。`;
    expect(frameReports({ title: '', text })[0]?.region).toEqual({
      name: '全国',
      adcode: null,
      level: 'country',
    });
  });
});

describe('a page that holds its article twice', () => {
  it('gives the report once', () => {
    const prose = '过去一年,我们完成了各项任务,办成了一批实事,经济平稳增长。'.repeat(80);
    const copy = `2022年1月9日在丹阳市第十八届人民代表大会第一次会议上\n${body.replace('谢谢大家!', prose)}`;
    const frames = frameReports({ title: '', text: `${copy}\n${copy}` });
    expect(frames).toHaveLength(1);
    expect(frames[0]?.span).toEqual({ start: 0, end: copy.length + 1 });
  });
});

describe('a text that is no report', () => {
  it('is one frame over the whole text, empty where nothing tells', () => {
    const text = '天气很好。\n大家都去公园了。';
    expect(frameReports({ title: '', text })).toMatchObject([
      { region: null, year: null, deliveredAt: null, span: { start: 0, end: text.length }, sections: [] },
    ]);
  });
});

describe('roles', () => {
  it('cover the frame, in order, and are found again from the frame alone', () => {
    const article = report('2022年1月9日在丹阳市第十八届人民代表大会第一次会议上', body);
    const [framed] = readFrames(article);
    expect(framed?.roles.map((r) => [r.role, r.period?.start])).toEqual([
      ['other', undefined],
      ['review-year', 2021],
      ['plan-year', 2022],
    ]);
    expect(framed && rolesOf(framed.frame, article.text)).toEqual(framed?.roles);
  });
});

describe('flags', () => {
  it('tell of continuation, of a cut end and of compilations', () => {
    expect(
      frameReports({ title: '', text: `(上接1版)${'我们做好了各项工作。'.repeat(20)}` })[0]?.flags,
    ).toEqual(['continues-elsewhere']);
    const prose = `${'我们做好了各项工作,全面完成了任务。'.repeat(8)}\n`;
    expect(
      frameReports({ title: '', text: `${prose}${prose}${prose}${'今年我们将继续努力,做好'.repeat(8)}` })[0]
        ?.flags,
    ).toEqual(['truncated']);
    expect(frameReports({ title: '', text: `(三)坚持发展\n${prose}` })[0]?.flags).toEqual(['truncated']);
  });
});

describe('adversarial text', () => {
  it.each([
    '一、',
    '我代表市政府',
    '【篇1】\n',
    '苏州市',
    '在苏州市第一届人大第一次会议上\n',
    '“十四五”',
    '100周年',
    '?',
    '2023年',
    '(一)甲\n',
  ])('of 100,000 characters of %j is read in linear time', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect(readFrames({ title: text.slice(0, 1000), text }).length).toBeGreaterThan(0);
  });
});

describe('laws', () => {
  const names = ['丹阳市', '苏州市相城区', '藤县', '江苏省', '梧州市'];
  const part = fc.record({ name: fc.constantFrom(...names), year: fc.integer({ min: 2005, max: 2025 }) });
  const write = ({ name, year }: { name: string; year: number }, n: number): string =>
    [
      `【篇${n}】政府工作报告`,
      '各位代表:',
      `现在,我代表${name}人民政府,向大会报告工作,请予审议。`,
      `一、${year - 1}年工作回顾`,
      ...Array.from({ length: 60 }, () => '过去一年,我们完成了各项任务,办成了一批实事,经济平稳增长。'),
      `二、${year}年主要任务`,
      '今年重点做好以下工作,确保各项目标实现。',
    ].join('\n');

  it('frames of a compilation are disjoint, ordered, and the same when its parts are framed alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1, maxLength: 4, selector: (p) => p.name }), (parts) => {
        const text = parts.map((p, i) => write(p, i + 1)).join('\n');
        const frames = frameReports({ title: '', text });
        expect(frames.map((f) => [f.region?.name, f.year])).toEqual(parts.map((p) => [p.name, p.year]));
        let last = 0;
        for (const frame of frames) {
          expect(frame.span.start).toBeGreaterThanOrEqual(last);
          last = frame.span.end;
          const [alone] = frameReports({ title: '', text: text.slice(frame.span.start, frame.span.end) });
          expect([alone?.region, alone?.year]).toEqual([frame.region, frame.year]);
        }
        expect(last).toBe(text.length);
      }),
      { numRuns: 30 },
    );
  });

  it('any text gives at least one frame whose spans lie in it', () => {
    const piece = fc.constantFrom(
      '一、2021年工作回顾',
      '(一)',
      '我代表市人民政府向大会报告工作',
      '【篇1】',
      '\n',
      '。',
      '20xx年',
      '各位代表',
      '苏州市',
      '第一次会议上',
      ' ',
      '?????',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { frame, roles } of readFrames({ title: '', text })) {
          expect(frame.span.start).toBeGreaterThanOrEqual(0);
          expect(frame.span.end).toBeLessThanOrEqual(text.length);
          for (const section of frame.sections) {
            expect(section.start).toBeGreaterThanOrEqual(frame.span.start);
            expect(section.end).toBeLessThanOrEqual(frame.span.end);
            expect(section.end).toBeGreaterThanOrEqual(section.start);
          }
          let at = frame.span.start;
          for (const role of roles) {
            expect(role.start).toBe(at);
            at = role.end;
          }
          if (roles.length > 0) expect(at).toBe(frame.span.end);
        }
      }),
    );
  });
});

describe('glossaries and furniture', () => {
  it('are no part of the plan, with or without a heading', () => {
    const entries = [
      '1.“双减”:指减轻负担。',
      '2.“三资”:指资金。',
      '3.“四好”:指四个好。',
      '4.五小:是指小企业。',
    ].join('\n');
    const roles = (text: string): string[] =>
      (readFrames({ title: '', text })[0]?.roles ?? []).map(({ role }) => role);
    expect(roles(`${body}\n${entries}`)).toEqual(['other', 'review-year', 'plan-year', 'notes']);
    expect(roles(`${body}\n名词解释\n[1]2020年的工程。`)).toEqual([
      'other',
      'review-year',
      'plan-year',
      'notes',
    ]);
    expect(
      roles(`${body}\n今年的各项工作都要做好,我们一定完成任务。\n上一篇:某县报告\n相关文章\n某县公报`),
    ).toEqual(['other', 'review-year', 'plan-year', 'notes']);
  });
});
