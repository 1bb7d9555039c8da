import type { VersionRow } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { type Language, wordFor, wordsOf } from './labels.ts';

type Report = Pick<VersionRow['report'], 'region' | 'year' | 'title' | 'genre'>;

/** Letters that a title spreads out (政 府 工 作 报 告). */
const spread = /(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g;
const saysWhat = /报告|公报|预算|决算/;

/** The title of a report; where it does not say what it is (在…第三次会议上), region, year and genre. */
export function reportTitle(report: Report, language: Language): string {
  const title = report.title.replace(spread, '');
  return saysWhat.test(title) || !report.region ? title : madeUp(report, language);
}

/** What a report is called among those of other regions: the title in Chinese, region, year and genre in English. */
export function reportName(report: Report, language: Language): string {
  const { region } = report;
  const title = reportTitle(report, language);
  return language === 'zh' && (!region || title.includes(region.name)) ? title : madeUp(report, language);
}

function madeUp({ region, year, title, genre }: Report, language: Language): string {
  const kind = genre ? wordFor(wordsOf(language), 'genre', genre) : '';
  const name = region ? regionName(region, language) : '';
  if (!name) return title;
  return language === 'zh'
    ? `${name}${year === null ? '' : `${year}年`}${kind || title}`
    : [name, year, kind || title].filter(Boolean).join(' ');
}
