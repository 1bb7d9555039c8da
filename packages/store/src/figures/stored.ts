import type { Observation } from '@zhibiao/shared';
import type { Contribution, FigureRow, Member, Said } from '../tables/rows.ts';
import { changedAt } from './contribute.ts';

/**
 * How a figure is kept beside the fields by which it is found: what these or its id tell, and what is null or the
 * usual, is left out, and what each document says is a list.
 * Four fifths of the rows have one document and one member: names would take more room than what they name.
 */
export interface StoredFigure {
  /** name of the region; its code is in `id` */
  region: string;
  /** where it is not the one in `id` */
  adcode?: string | null;
  /** name of the indicator, where `topic` is its code */
  indicator?: string;
  unit: string;
  /** where it is not the whole of `year` */
  period?: NonNullable<Observation['period']>;
  scope?: string;
  basis?: string;
  chosen?: NonNullable<FigureRow['chosen']>;
  /** where it is not the time of `changed` */
  since?: number;
  before?: NonNullable<FigureRow['before']>;
  documents: StoredContribution[];
}

type StoredContribution = [
  document: string,
  rev: number,
  now: StoredSaid | null,
  later?: [run: string, said: StoredSaid | null][],
];

type StoredSaid = [
  page: string,
  source: string | null,
  genre: Said['genre'],
  year: number | null,
  own: 0 | 1,
  members: StoredMember[],
];

/** `id`: what the observation's has behind the document's */
type StoredMember = [
  id: string,
  kind: 'a' | 't',
  value: number,
  quote: string,
  confidence: number,
  rare?: Partial<Pick<Member, 'valueTo' | 'bound' | 'hedge' | 'commitment' | 'review'>>,
];

const usual = { valueTo: null, bound: '=', hedge: null, commitment: null } as const;
const seldom = Object.keys(usual) as (keyof typeof usual)[];

/** The fields by which it is found, and its revision, are kept as they are. */
type Found = Pick<
  FigureRow,
  'id' | 'rev' | 'topic' | 'year' | 'measure' | 'kinds' | 'verdict' | 'dispute' | 'changed'
>;

/** @returns what is kept of a row beside the fields by which it is found */
export function packFigure(row: FigureRow): StoredFigure {
  const stored: StoredFigure = {
    region: row.region.name,
    unit: row.unit,
    documents: row.documents.map(packContribution),
  };
  if (row.indicator.code !== null) stored.indicator = row.indicator.name;
  if (row.region.adcode !== codeIn(row.id)) stored.adcode = row.region.adcode;
  const { period } = row;
  if (period && (period.end !== period.start || period.from !== undefined || period.to !== undefined))
    stored.period = period;
  if (row.scope !== null) stored.scope = row.scope;
  if (row.basis !== null) stored.basis = row.basis;
  if (row.chosen !== null) stored.chosen = row.chosen;
  if (row.since !== changedAt(row)) stored.since = row.since;
  if (row.before !== null) stored.before = row.before;
  return stored;
}

function packContribution({ document, rev, now, later }: Contribution): StoredContribution {
  const packed = (said: Said | null) => said && packSaid(said, document);
  return later
    ? [document, rev, packed(now), later.map(({ run, said }) => [run, packed(said)])]
    : [document, rev, packed(now)];
}

const packSaid = ({ page, source, genre, year, own, members }: Said, document: string): StoredSaid => [
  ...([page, source, genre, year, own ? 1 : 0] as const),
  members.map((member) => packMember(member, document)),
];

function packMember(member: Member, document: string): StoredMember {
  const { id, kind, value, quote, confidence, review } = member;
  const packed: StoredMember = [
    id.slice(document.length + 1),
    kind === 'actual' ? 'a' : 't',
    value,
    quote,
    confidence,
  ];
  const rare: NonNullable<StoredMember[5]> = {};
  for (const field of seldom)
    if (member[field] !== usual[field]) Object.assign(rare, { [field]: member[field] });
  if (review !== undefined) rare.review = review;
  for (const _ in rare) packed[5] = rare;
  return packed;
}

/** @returns the row as the rest of the store knows it, from what this release or one before schema 11 has kept */
export function unpackFigure(kept: (StoredFigure & Found) | FigureRow): FigureRow {
  if (isWhole(kept)) return kept;
  const { id, rev, topic, year, measure, kinds, verdict, dispute, changed } = kept;
  const row: Omit<FigureRow, 'since'> = {
    id,
    rev,
    topic,
    year,
    measure,
    kinds,
    verdict,
    dispute,
    changed,
    region: { name: kept.region, adcode: kept.adcode === undefined ? codeIn(id) : kept.adcode },
    indicator:
      kept.indicator === undefined ? { name: topic, code: null } : { name: kept.indicator, code: topic },
    period: kept.period ?? (year === null ? null : { start: year, end: year }),
    scope: kept.scope ?? null,
    basis: kept.basis ?? null,
    unit: kept.unit,
    documents: kept.documents.map(unpackContribution),
    chosen: kept.chosen ?? null,
    before: kept.before ?? null,
  };
  return { ...row, since: kept.since ?? changedAt(row) };
}

/** @returns the region's code in the id of a figure */
const codeIn = (id: string): string | null => (id.startsWith('~') ? null : id.slice(0, id.indexOf(' ')));

/** @returns whether a row is of a release before schema 11 */
const isWhole = (kept: (StoredFigure & Found) | FigureRow): kept is FigureRow =>
  typeof kept.region === 'object';

function unpackContribution([document, rev, now, later]: StoredContribution): Contribution {
  const whole = (said: StoredSaid | null) => said && unpackSaid(said, document);
  return {
    document,
    rev,
    now: whole(now),
    ...(later ? { later: later.map(([run, said]) => ({ run, said: whole(said) })) } : {}),
  };
}

const unpackSaid = ([page, source, genre, year, own, members]: StoredSaid, document: string): Said => ({
  page,
  source,
  genre,
  year,
  own: own === 1,
  // In the order of `sayingsOf`: words are compared as JSON.
  members: members.map(([id, kind, value, quote, confidence, rare]) => ({
    id: `${document}-${id}`,
    kind: kind === 'a' ? 'actual' : 'target',
    value,
    valueTo: rare?.valueTo ?? null,
    bound: rare?.bound ?? '=',
    quote,
    hedge: rare?.hedge ?? null,
    commitment: rare?.commitment ?? null,
    confidence,
    ...(rare?.review === undefined ? {} : { review: rare.review }),
  })),
});
