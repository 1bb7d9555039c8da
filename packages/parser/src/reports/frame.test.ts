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
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
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
