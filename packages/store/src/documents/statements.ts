import type { Observation, Report } from '@zhibiao/shared';
import type {
  ObservationEntry,
  ObservationRow,
  PlaceRow,
  Statement,
  StatementsRow,
  VersionRow,
} from '../tables/rows.ts';
import { figureId, observationIds, observationKey, orderKey, placeId, topicOf } from './identity.ts';

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

/** @returns the rows by which the observations of a version are found */
export function entriesOf(version: VersionRow, observations: readonly Observation[]): ObservationEntry[] {
  const { document, n, source, at, report } = version;
  return observations.map((observation, place) => {
    const { indicator, kind, measure, confidence, period, flags } = observation;
    const year = period?.start ?? null;
    return {
      key: observationKey(document, n, place),
      document,
      n,
      place,
      source,
      topic: topicOf(indicator),
      code: indicator.code,
      name: indicator.name,
      kind,
      measure,
      confidence,
      year,
      reportYear: report.year,
      at,
      order: orderKey(ownCode(observation, report.region), year, document, n, place),
      ...(flags.length ? { flags } : {}),
    };
  });
}
