import type { Observation } from '@zhibiao/shared';
import { parseArticle } from '../parse.ts';

/** A report as tests write it: its head, and one line each of the body. */
export interface Written {
  /** ——2023年1月5日在丹阳市第十八届人民代表大会第二次会议上 */
  session: string;
  body: readonly string[];
}

/** The observations of a written report. */
export function observationsOf({ session, body }: Written): Observation[] {
  const text = [
    '政府工作报告',
    session,
    '各位代表:',
    '现在,我代表人民政府,向大会报告工作,请予审议。',
    ...body,
  ].join('\n');
  return parseArticle({ title: '', text }).flatMap(({ observations }) => observations);
}

/** `target 2023`, `actual 2017-2021`, `actual 2022 01-01..06-30`: the time of an observation in words. */
export function timeOf({ kind, period }: Pick<Observation, 'kind' | 'period'>): string {
  if (period === null) return kind;
  const years = period.start === period.end ? `${period.end}` : `${period.start}-${period.end}`;
  const { from, to } = period;
  const part = from === undefined ? '' : ` ${from.slice(5)}..${to?.slice(5)}`;
  return `${kind} ${years}${part}`;
}
