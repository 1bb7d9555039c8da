import type { Observation } from '@zhibiao/shared';
import { figureRowId, isCompared, topicOf } from '../documents/identity.ts';
import { ownCode } from '../documents/statements.ts';
import { scopeOf } from '../knowledge/scope.ts';
import { commonUnit, inCommonUnit } from '../knowledge/unit.ts';
import type { FigureRow, Member, OverrideRow, ReviewRow, Said, VersionRow } from '../tables/rows.ts';
import { corrected, overridden, reviewOf, rightedReport } from './reviewed.ts';

/** What names a figure. */
export type FigureName = Pick<
  FigureRow,
  'id' | 'region' | 'indicator' | 'topic' | 'period' | 'year' | 'measure' | 'scope' | 'basis' | 'unit'
>;

/** What a document says of one figure. */
export interface Saying {
  name: FigureName;
  said: Said;
}

/** What a version states, with the ids of its observations: all that figures need of it. */
export interface Stated {
  version: Pick<VersionRow, 'document' | 'n' | 'page' | 'source' | 'report'>;
  observations: readonly { id: string; observation: Observation }[];
}

/** What people said of a document. */
export interface Words {
  reviews: readonly ReviewRow[];
  override: OverrideRow | null;
}

export const noWords: Words = { reviews: [], override: null };

/** @returns what a version says, by figure, with what people said of it */
export function sayingsOf({ version, observations }: Stated, words: Words): Map<string, Saying> {
  const result = new Map<string, Saying>();
  if (words.override?.excluded) return result;
  const report = rightedReport(version.report, words.override);
  const genre = report.genre ?? null;
  for (const row of observations) {
    const review = reviewOf(row, observations, words.reviews);
    const moved = words.override
      ? overridden(row.observation, version.report, words.override)
      : row.observation;
    const observation = corrected(moved, review);
    const { region } = observation;
    const adcode = ownCode(observation, report.region);
    const { unit, factor } = commonUnit(observation.unit, observation.measure);
    const scope = scopeOf(observation);
    const compared = isCompared(observation) ? unit : '';
    const id = figureRowId(observation, adcode, version.document, { adcode, scope, unit: compared });
    const member: Member = {
      id: row.id,
      kind: observation.kind,
      value: inCommonUnit(observation.value, factor),
      valueTo: observation.valueTo === null ? null : inCommonUnit(observation.valueTo, factor),
      bound: observation.bound,
      quote: observation.quote,
      hedge: observation.hedge,
      commitment: observation.commitment,
      confidence: observation.confidence,
      ...(review ? { review: review.verdict } : {}),
    };
    const saying = result.get(id);
    if (saying) saying.said.members.push(member);
    else
      result.set(id, {
        name: {
          id,
          region: { name: region.name, adcode },
          indicator: observation.indicator,
          topic: topicOf(observation.indicator),
          period: observation.period,
          year: observation.period?.start ?? null,
          measure: observation.measure,
          scope: scope || null,
          basis: observation.basis,
          unit,
        },
        said: {
          page: version.page,
          source: version.source,
          genre,
          year: report.year,
          own:
            report.region !== null &&
            (adcode ?? region.name) === (report.region.adcode ?? report.region.name),
          members: [member],
        },
      });
  }
  return result;
}

export const sameSaid = (a: Said | null, b: Said | null): boolean => JSON.stringify(a) === JSON.stringify(b);
