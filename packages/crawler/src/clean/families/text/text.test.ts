import { expect, test } from 'vitest';
import { cleanFile } from '../../clean-page.ts';
import { fixture } from '../../testing/fixture.ts';

const clean = (name: string) => cleanFile({ ...fixture(import.meta.url, name), file: name })[0]!;

test('a copied forum thread: the card, the counters and the login line go', () => {
  expect(clean('forum-copy.txt')).toMatchObject({
    family: 'text',
    title: '2031年临江市政府工作报告',
    publishedAt: '2031-02-08T21:40:05+08:00',
    text: '2031年临江市政府工作报告\n\n各位代表：\n\n全市地区生产总值增长5.7%。',
  });
});

test("a content farm's page: place line and source line go, what the farm wrote about the report stays", () => {
  expect(clean('farm-copy.txt')).toMatchObject({
    title: '2031年云岭县政府工作报告汇编2篇',
    origin: '云岭',
    publishedAt: '2031-05-02',
    site: 'www.wk.example',
    text: '以下是小编收集的工作报告，欢迎阅读。\n\n【篇1】2031年云岭县政府工作报告\n\n各位代表：全县粮食总产21.5万吨。',
  });
});

test('counters and a cut-off abstract in lines of their own go, and lend the text no date', () => {
  expect(clean('counted-copy.txt')).toMatchObject({
    title: '云岭县2031年政府工作报告',
    author: '云岭县域',
    publishedAt: '2031-03-30',
    text: '2031年1月8日在县十届人大三次会议上\n县长 陈望\n各位代表：\n全县粮食总产21.5万吨，增长1.2%。',
  });
});

test('a text without furniture keeps every line', () => {
  const text =
    '2031年云岭县政府工作报告\n\n各位代表：\n全县粮食总产21.5万吨。\n- 关闭小煤矿12处\n- 推荐上市企业3家';
  const [article] = cleanFile({ bytes: new TextEncoder().encode(text), file: 'a.txt' });
  expect(article!.text).toBe(text);
  expect(article!.title).toBe('2031年云岭县政府工作报告');
});

test('a page that begins in the middle says so', () => {
  const [article] = cleanFile({ bytes: new TextEncoder().encode('(上接1版)全市实现增长。'), file: 'a.txt' });
  expect(article!.flags).toEqual(['continues-elsewhere']);
});
