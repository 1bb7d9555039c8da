import type { Observation, Report } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { ObservationRow, PlaceRow, StatementsRow, StretchRow, VersionRow } from '../tables/rows.ts';
import { figureId, observationKey, orderKey, placeId, stretchKey, topicOf } from './identity.ts';
import { observationAt } from './packing.ts';

/** @returns the observations of a version, in the order of the report */
export const rowsOf = (version: VersionRow, statements: StatementsRow): ObservationRow[] =>
  statements.observations.map((_, place) => rowAt(version, statements, place));

/** @returns one observation of a version */
export function rowAt(version: VersionRow, statements: StatementsRow, place: number): ObservationRow {
  const observation = observationAt(statements, place);
  const { document, n, page, source, article, parser, snapshots, time, at, report } = version;
  const adcode = ownCode(observation, report.region);
  return {
    key: observationKey(document, n, place),
    id: `${document}-${present(statements.observations[place], 'observations at place')[0]}`,
    document,
    n,
    page,
    source,
    article,
    parser,
    snapshots,
    time,
    at,
    figure: figureId(observation, adcode),
    topic: topicOf(observation.indicator),
    report: {
      title: report.title,
      ordinal: report.ordinal,
      year: report.year,
      adcode: report.region?.adcode ?? null,
      region: report.region?.name ?? null,
    },
    observation,
    order: orderKey(adcode, observation.period?.start ?? null, document, n, place),
  };
}

/** A report names its own region in short; the gazetteer's code is the report's then. */
export const ownCode = (
  { region }: Pick<Observation, 'region'>,
  own: { name: string | null; adcode: string | null } | null,
): string | null => region.adcode ?? (region.name === own?.name ? own.adcode : null);

/** @returns the regions that a report and its observations are of, each once */
export function placesOf({ region, observations }: Pick<Report, 'region' | 'observations'>): PlaceRow[] {
  const places = new Map<string, PlaceRow>();
  for (const { name, adcode } of [...(region ? [region] : []), ...observations.map((o) => o.region)]) {
    const code = ownCode({ region: { name, adcode } }, region);
    const id = placeId(name, code);
    if (name && !places.has(id)) places.set(id, { id, name, adcode: code });
  }
  return [...places.values()];
}

/** @returns the rows by which the observations of a version are found, one for each of their regions and years */
export function stretchesOf(
  version: Pick<VersionRow, 'document' | 'n' | 'source' | 'at' | 'report'>,
  observations: readonly Observation[],
): StretchRow[] {
  const { document, n, source, at, report } = version;
  const stretches = new Map<string, Stretch>();
  for (const observation of observations) {
    const year = observation.period?.start ?? null;
    const order = stretchKey(ownCode(observation, report.region), year, document, n);
    let stretch = stretches.get(order);
    if (!stretch) {
      stretch = { year, count: 0, confidence: 0, kinds: new Set(), topics: new Set(), flags: new Set() };
      stretches.set(order, stretch);
    }
    stretch.count++;
    stretch.confidence = Math.max(stretch.confidence, observation.confidence);
    stretch.kinds.add(observation.kind);
    stretch.topics.add(topicOf(observation.indicator));
    for (const flag of observation.flags) stretch.flags.add(flag);
  }
  return [...stretches].map(([order, { year, count, confidence, kinds, topics, flags }]) => ({
    order,
    document,
    n,
    source,
    year,
    reportYear: report.year,
    at,
    count,
    kinds: kindsOf(kinds),
    confidence,
    topics: [...topics],
    ...(flags.size ? { flags: [...flags] } : {}),
  }));
}

interface Stretch {
  year: number | null;
  count: number;
  confidence: number;
  kinds: Set<Observation['kind']>;
  topics: Set<string>;
  flags: Set<string>;
}

const kindsOf = (kinds: ReadonlySet<Observation['kind']>): string =>
  `${kinds.has('actual') ? 'a' : ''}${kinds.has('target') ? 't' : ''}`;
