import type { Observation, Report } from '@zhibiao/shared';
import type {
  ObservationRow,
  PlaceRow,
  Statement,
  StatementsRow,
  StretchRow,
  VersionRow,
} from '../tables/rows.ts';
import {
  figureId,
  observationIds,
  observationKey,
  orderKey,
  placeId,
  stretchKey,
  topicOf,
} from './identity.ts';

/** What most observations do not have is left out of their statements. */
const absent = { valueTo: null, bound: '=', basis: null, hedge: null, commitment: null, scope: null };

/** @returns a version's observations in one row */
export function statementsOf(
  version: Pick<VersionRow, 'id' | 'document'>,
  observations: readonly Observation[],
  ids = observationIds(version.document, observations),
): StatementsRow {
  const sentences = new Shared<Observation['sentence']>();
  const sections = new Shared<string[]>();
  const regions = new Shared<Observation['region']>();
  return {
    id: version.id,
    sentences: sentences.values,
    sections: sections.values,
    regions: regions.values,
    observations: observations.map(({ id, region, sentence, section, span, flags, ...said }, i) => ({
      id: ids[i]!.slice(version.document.length + 1),
      ...(id === `o${i + 1}` ? {} : { name: id }),
      ...Object.fromEntries(
        Object.entries(said).filter(([field, value]) => value !== (absent as Record<string, unknown>)[field]),
      ),
      ...(flags.length ? { flags } : {}),
      region: regions.place(region),
      sentence: sentences.place(sentence),
      section: sections.place(section),
      span: [span.start, span.end],
    })),
  };
}

/** Values that many rows share, each once. */
class Shared<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  place(value: T): number {
    const key = JSON.stringify(value);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.values.push(value) - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** @returns the observations of a version, in the order of the report */
export const rowsOf = (version: VersionRow, statements: StatementsRow): ObservationRow[] =>
  statements.observations.map((_, place) => rowAt(version, statements, place));

/** @returns one observation of a version */
export function rowAt(version: VersionRow, statements: StatementsRow, place: number): ObservationRow {
  const statement = statements.observations[place]!;
  const observation = observationOf(statements, statement, place);
  const { document, n, page, source, article, parser, snapshots, time, at, report } = version;
  const adcode = ownCode(observation, report.region);
  return {
    key: observationKey(document, n, place),
    id: `${document}-${statement.id}`,
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

function observationOf(
  { sentences, sections, regions }: StatementsRow,
  { id: _id, name, region, sentence, section, span, ...said }: Statement,
  place: number,
): Observation {
  return {
    id: (name as string | undefined) ?? `o${place + 1}`,
    flags: [],
    ...absent,
    ...said,
    region: regions[region]!,
    sentence: sentences[sentence]!,
    section: sections[section]!,
    span: { start: span[0], end: span[1] },
  } as unknown as Observation;
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
