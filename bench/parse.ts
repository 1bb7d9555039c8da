// Speed of the parser beside @microsoft/recognizers-text-suite on the same sentences, one core.
// The recognisers find numbers, percentages, amounts and measures; the parser also says whose, which year, of what kind.
// npx tsx bench/parse.ts [sentences for the recognisers, 150]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Recognizers from '@microsoft/recognizers-text-suite';
import { parseArticle } from '../packages/parser/src/index.ts';

const wanted = Number(process.argv[2] ?? 150);
const corpus = fileURLToPath(new URL('../../shared/corpus/reports/', import.meta.url));
const OWN = [
  '全年实现地区生产总值650.5亿元,增长6.2%,其中工业投资120亿元,增长8.9%。',
  '城乡居民人均可支配收入分别达到5.2万元和2.6万元,增长4%和6.1%。',
  '新增规上工业企业50家、高新技术企业31家,完成技改投资45亿元。',
  '城镇登记失业率控制在3%以内,居民消费价格涨幅保持在2%左右。',
  'PM2.5平均浓度每立方米33微克,优良天数比率提高2.4个百分点,列全省第7位。',
];
const texts = existsSync(corpus)
  ? readdirSync(corpus).map((file) => readFileSync(join(corpus, file), 'utf8'))
  : Array.from({ length: 200 }, () => OWN.join('\n'));
if (!existsSync(corpus)) console.log('no corpus in ../shared: measuring on sentences of our own');

const sentences = (text: string): string[] => text.match(/[^。!?！？\n]+[。!?！？]?/g) ?? [];
const sizeOf = (list: readonly string[]): number => list.reduce((sum, text) => sum + text.length, 0);

function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1e6;
}

const parseAll = (list: readonly string[]): number =>
  list.reduce((sum, text) => sum + parseArticle({ title: '', text })[0]!.observations.length, 0);
parseAll(texts);
const parserSeconds = time(() => parseAll(texts));
const parserRate = sizeOf(texts) / parserSeconds;
const count = texts.reduce((sum, text) => sum + sentences(text).length, 0);

const sample = texts
  .flatMap(sentences)
  .filter((text) => /\d/.test(text))
  .slice(0, wanted);
const culture = Recognizers.Culture.Chinese;
const recognise = (text: string): number =>
  Recognizers.recognizeNumber(text, culture).length +
  Recognizers.recognizePercentage(text, culture).length +
  Recognizers.recognizeCurrency(text, culture).length +
  Recognizers.recognizeDimension(text, culture).length;
for (const text of sample.slice(0, 5)) recognise(text);
const otherSeconds = time(() => sample.forEach(recognise));
const otherRate = sizeOf(sample) / otherSeconds;

const report = 20_000;
const line = (name: string, rate: number, perSecond: number): string =>
  `${name.padEnd(34)} ${Math.round(rate).toLocaleString('en').padStart(10)} characters/s ${Math.round(perSecond).toLocaleString('en').padStart(8)} sentences/s`;
console.log(line('parser', parserRate, count / parserSeconds));
console.log(line('@microsoft/recognizers-text-suite', otherRate, sample.length / otherSeconds));
console.log(
  `times as fast: ${Math.round(parserRate / otherRate)}; a report of 20,000 characters: ${((1000 * report) / parserRate).toFixed(1)} ms`,
);
