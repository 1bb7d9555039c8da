import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { type Interval, intervalOf, overlap, sum } from './precision.ts';
import { comparable, type SentenceClaims } from './sentence.ts';

/** Classes that hold each other (省级以上 holds 国家级): their counts may not be added. */
const NESTED = /级|以上|以下|及/;
/** Ends the parts: a new sentence part, or a comma and a subject that speaks of a whole again (,全市总里程达到). */
const NEXT_SUBJECT = /[;。]|其中|,(?:[^、]{0,80}(?:全[省市县区]|总|达|累计|[较比])|.{13})/;
/** What is said of a part besides its count: its share, its growth. */
const OF_A_PART = /占|增|升|降/;
const TOTAL = /^[,、;]?(?:合计|总计|共计|总共|共)$/;
const JOINED = /^[^。;:、和及与]*[、和及与][^。;:]*$/;

const intervals = (claims: readonly Observation[]): Interval[] | null => {
  const all = claims.map(intervalOf);
  return all.every((interval) => interval !== null) ? all : null;
};

/** Wholes that their parts exceed, and totals that are not the sum of what they total. */
export function inconsistentSums(sentence: SentenceClaims): Observation[] {
  return [...exceededWholes(sentence), ...wrongTotals(sentence), ...wrongIndustries(sentence)];
}

/**
 * 新增企业30家,其中工业20家、服务业15家: the parts stand between 其中 and the next subject. A greater whole of the same unit
 * before 其中 may be the one that is meant (总投资90亿元,年度投资20亿元,其中…).
 */
function exceededWholes({ claims, between }: SentenceClaims): Observation[] {
  return claims.filter((whole, index) => {
    const next = claims[index + 1];
    if (!next || !between(whole.span.end, next.span.start).includes('其中')) return false;
    const wholes = intervals(claims.slice(0, index + 1).filter((claim) => comparable(claim, whole)));
    const parts = partsAfter(claims, index, between);
    const known = intervals(parts);
    if (!wholes || !known || known.length === 0) return false;
    const limit = Math.max(...wholes.map(({ high }) => high));
    const nested = NESTED.test(
      between(whole.span.end, present(parts.at(-1), 'the last of parts').span.start),
    );
    return known.some(({ low }) => low > limit) || (!nested && sum(known).low > limit);
  });
}

function partsAfter(
  claims: readonly Observation[],
  whole: number,
  between: SentenceClaims['between'],
): Observation[] {
  const parts: Observation[] = [];
  for (let at = whole + 1; at < claims.length; at += 1) {
    const part = present(claims[at], 'claims at the place');
    const gap = between(present(claims[at - 1], 'the one before in claims').span.end, part.span.start);
    if (at > whole + 1 && NEXT_SUBJECT.test(gap)) break;
    if (comparable(part, present(claims[whole], 'claims at whole'))) parts.push(part);
    else if (gap.includes(',') && !OF_A_PART.test(gap)) break;
  }
  return parts;
}

/** 小学5所、中学3所,共9所. */
function wrongTotals({ claims, between }: SentenceClaims): Observation[] {
  return claims.filter((total, index) => {
    const last = claims[index - 1];
    const told = intervalOf(total);
    if (!last || !told || !TOTAL.test(between(last.span.end, total.span.start))) return false;
    const parts: Observation[] = [last];
    for (let at = index - 2; at >= 0; at -= 1) {
      const part = present(claims[at], 'claims at the place');
      if (!JOINED.test(between(part.span.end, present(parts[0], 'the first of parts').span.start))) break;
      parts.unshift(part);
    }
    const known = parts.every((part) => comparable(part, total)) ? intervals(parts) : null;
    return known !== null && known.length > 1 && !overlap(sum(known), told, 0);
  });
}

const INDUSTRIES = ['第一产业', '第二产业', '第三产业'];
const WHOLE = /^(?:地区|国内)?生产总值$|^GDP$/;
/** Preliminary figures are rounded apart from each other. */
const INDUSTRY_SLACK = 0.005;

/** The three industries make up the whole product. */
function wrongIndustries({ claims }: SentenceClaims): Observation[] {
  return claims.filter((whole) => {
    const told = intervalOf(whole);
    if (!told || whole.measure !== 'level' || !WHOLE.test(whole.indicator.name)) return false;
    const parts = INDUSTRIES.map((name) =>
      claims.find((part) => comparable(part, whole) && part.indicator.name.startsWith(name)),
    ).filter((part) => part !== undefined);
    const known = parts.length === INDUSTRIES.length ? intervals(parts) : null;
    return known !== null && !overlap(sum(known), told, whole.value * INDUSTRY_SLACK);
  });
}
