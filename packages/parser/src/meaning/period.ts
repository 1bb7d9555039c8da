import type { Period } from '@zhibiao/shared';
import type { Claim } from '../claims/index.ts';
import type { Stretch } from './stretch.ts';

const FLOW =
  /^(?:新|净增|增加|引进|引育|招引|建成|建设|创建|创成|改造|改建|扩建|整治|疏浚|拆除|关闭|淘汰|腾退|盘活|发放|拨付|筹集|减免|减轻|提供|扶持|培训|培育|开展|组织|举办|承办|办理|办结|办复|受理|解决|完成|实施|推进|推动|开工|竣工|投产|签约|落户|转移|修复|修建|安置|交付|取缔|削减|压减|累计|争取|落实|投入|投放|通过|认定|获评|获批|入选|启动|打造|设立|组建|开通|铺设|绿化|造林|流转|查处|化解|治理|搬迁|脱贫|减少|取消|下放|引入|导入|吸引|获得|完善|提升)/;
/** Money that flows: what a term's review gives of it is the term's sum. */
const SPENT = /(?:投资|支出|投入|补贴|受益群众|受益人口)$/;
const YEAR_WORD = /(?<![\d.])((?:19|20)\d\d)年(?!来|以来|的?第|度?国家|度?全国|度?全省|底以?前)/g;
const BY_YEAR = /(?:到|至|截至|力争到|预计到|确保到)((?:19|20)\d\d)年/;
const SPAN = /(?:“?十([一二三四五])五”?)(?:期间|时期|以来|五年|末|规划期)/;
const PLAN_START: Record<string, number> = { 一: 2006, 二: 2011, 三: 2016, 四: 2021, 五: 2026 };

const year = (value: number): Period => ({ start: value, end: value });

/**
 * The calendar years that a claim speaks of. `before` are the sentence's words up to the quantity.
 * A stock in a review of several years is its end's; a flow, or a yearly mean, is the whole span's.
 */
export function periodOf(claim: Claim, stretch: Stretch | null, before: string): Period | null {
  const period = stretch?.period ?? null;
  const from = claim.predicate.from;
  if (claim.predicate.toYear !== null) return year(claim.predicate.toYear);
  const given = fromYear(from, claim, period);
  if (given !== null) return given;
  const written = writtenYear(before, period, stretch?.kind ?? 'actual');
  if (written !== null) return written;
  if (period === null) return null;
  if (!stretch?.term) return period;
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  const named = claim.predicate.comparison === null && from === null ? SPAN.exec(clause) : null;
  const span = named === null ? undefined : PLAN_START[named[1]!];
  if (span !== undefined) return named![0].includes('末') ? year(span + 4) : { start: span, end: span + 4 };
  if (claim.predicate.yearly) return period;
  if (stretch.kind === 'target') return year(period.end);
  if (claim.predicate.comparison !== null) return year(period.end);
  if (/累计|五年来|五年(?:共|累计)|总计|合计/.test(before.slice(-30))) return period;
  if (
    claim.measure === 'level' &&
    (FLOW.test(claim.name) ||
      SPENT.test(claim.name) ||
      (claim.attachment === 'counted' && !claim.predicate.stated))
  ) {
    return claim.predicate.stated && claim.predicate.to ? year(period.end) : period;
  }
  if (claim.measure === 'growth' && /增长|下降/.test(before.slice(-8)) && !/达|为/.test(before.slice(-2)))
    return year(period.end);
  return year(period.end);
}

function fromYear(from: string | null, claim: Claim, period: Period | null): Period | null {
  if (from === null) return null;
  const digits = /(?:19|20)\d\d/.exec(from)?.[0];
  if (digits !== undefined) return year(Number(digits));
  if (period === null) return null;
  if (/上年|去年/.test(from)) return year(period.end - 1);
  if (/前年/.test(from)) return year(period.end - 2);
  if (claim.measure !== 'level') return null;
  return period.start < period.end ? year(period.start - 1) : year(period.end - 1);
}

/** The last year written before the quantity, unless the words only compare with it or name something after it. */
function writtenYear(before: string, period: Period | null, kind: string): Period | null {
  const by = BY_YEAR.exec(before);
  if (by !== null) return year(Number(by[1]));
  if (period === null) return lastYear(before);
  const last = lastYear(before);
  if (last === null || last.end === period.end) return null;
  // a year outside of the stretch's own is meant only where it opens the statement
  return kind === 'actual' && last.end <= period.end && last.end >= period.end - 12 && opens(before, last.end)
    ? last
    : null;
}

function lastYear(before: string): Period | null {
  let found: Period | null = null;
  for (const match of before.matchAll(YEAR_WORD)) {
    const front = before.slice(Math.max(0, match.index - 6), match.index);
    if (/[较比自从由是为《“]|相当于|达到$/.test(front.slice(-3))) continue;
    found = year(Number(match[1]));
  }
  return found;
}

const opens = (before: string, value: number): boolean =>
  new RegExp(`(?:^|[,;。:])(?:预计)?${value}年`).test(before);
