import type { Figure, ObservationRow } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import { wordsAddress } from '../view/observation-cells.ts';

/** What a report says of a figure, and where. */
export interface Quote {
  /** its value was chosen */
  readonly chosen: boolean;
  readonly sentence: string;
  readonly document: string;
  readonly title: string;
  readonly page: string;
  /** address of the words in the console */
  readonly words: string;
}

const mostReports = 20;

/** What all reports say of a figure; twenty reports at most. */
export async function rowsOfFigure(
  { store }: Pick<ConsoleDeps, 'store'>,
  figure: Figure,
): Promise<ObservationRow[]> {
  const documents = [...new Set([figure.chosen.document, ...figure.values.flatMap((one) => one.documents)])];
  const details = await Promise.all(documents.slice(0, mostReports).map((one) => store.document(one)));
  return details.flatMap((detail) => detail?.observations.filter((row) => gives(row, figure)) ?? []);
}

/** The sentences of all reports that give a figure. */
export async function quotesOf(deps: Pick<ConsoleDeps, 'store'>, figure: Figure): Promise<Quote[]> {
  const rows = await rowsOfFigure(deps, figure);
  return rows.map((row) => ({
    chosen: row.id === figure.chosen.observation,
    sentence: row.observation.sentence.text,
    document: row.document,
    title: row.report.title,
    page: row.page,
    words: wordsAddress(row),
  }));
}

/** The observations of a document that say this figure. */
const gives = ({ id, observation: o }: ObservationRow, figure: Figure): boolean =>
  id === figure.chosen.observation ||
  (o.kind === figure.kind &&
    o.measure === figure.measure &&
    o.region.adcode === figure.region.adcode &&
    (o.indicator.code ?? o.indicator.name) === (figure.indicator.code ?? figure.indicator.name) &&
    o.period?.start === figure.period?.start &&
    o.period?.end === figure.period?.end &&
    (o.basis ?? null) === figure.basis);
