import { expect, it } from 'vitest';
import { reportName, reportTitle } from './report-name.ts';

const report = (title: string, more = {}) => ({
  title,
  region: { name: '高阳县', adcode: '130628', level: 'county' as const },
  year: 2019,
  genre: 'work-report' as const,
  ...more,
});

it.each([
  ['高阳县2019年政府工作报告', '高阳县2019年政府工作报告', 'Gaoyang 2019 work report'],
  ['政 府 工 作 报 告', '高阳县2019年政府工作报告', 'Gaoyang 2019 work report'],
  ['——在第三次会议上', '高阳县2019年政府工作报告', 'Gaoyang 2019 work report'],
])('%s is called %s', (title, zh, en) => {
  expect([reportName(report(title), 'zh'), reportName(report(title), 'en')]).toEqual([zh, en]);
});

it('keeps a title that says what the report is', () => {
  expect(reportTitle(report('市长作政府工作报告'), 'en')).toBe('市长作政府工作报告');
  expect(reportTitle(report('在第三次会议上', { region: null }), 'zh')).toBe('在第三次会议上');
  expect(reportName(report('在会上', { year: null, genre: null }), 'en')).toBe('Gaoyang 在会上');
});
