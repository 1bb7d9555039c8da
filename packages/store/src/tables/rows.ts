import type { Page, QuarantineRecord, Run, Source, Webhook } from '@zhibiao/shared';
import type { DocumentRow, ExtractionRow, PromotionRow, VersionRow } from './rows/documents.ts';
import type { FigureRow, GiverRow } from './rows/figures.ts';
import type { PlaceRow, TermRow, TextRow } from './rows/names.ts';
import type { StatementsRow, StretchRow } from './rows/observations.ts';
import type { OverrideRow, ReviewRow } from './rows/reviews.ts';

export type {
  Cause,
  DocumentRow,
  ExtractionRow,
  Move,
  Pointer,
  PromotionRow,
  VersionRow,
} from './rows/documents.ts';
export type { Contribution, FigureRow, GiverRow, Member, Picked, Said } from './rows/figures.ts';
export type { PlaceRow, TermRow, TextRow } from './rows/names.ts';
export type {
  ObservationRow,
  RareFields,
  Statement,
  StatementForm,
  StatementsRow,
  StretchRow,
} from './rows/observations.ts';
export type { Correction, OverrideRow, ReviewRow, ReviewVerdict } from './rows/reviews.ts';

/** The rows of each table. */
export interface Rows {
  places: PlaceRow;
  terms: TermRow;
  sources: Source;
  webhooks: Webhook;
  pages: Page;
  documents: DocumentRow;
  extractions: ExtractionRow;
  versions: VersionRow;
  statements: StatementsRow;
  stretches: StretchRow;
  figures: FigureRow;
  givers: GiverRow;
  reviews: ReviewRow;
  overrides: OverrideRow;
  texts: TextRow;
  runs: Run;
  promotions: PromotionRow;
  quarantine: QuarantineRecord;
}
