import type { Figure } from '../figures/figure.ts';
import type { Column, ColumnType } from './column.ts';

const column = (
  name: string,
  type: ColumnType,
  about: string,
  value: Column<Figure>['value'],
  foreign = false,
): Column<Figure> => ({ name, type, about, value, foreign });

/** Every export of figures has these columns, in this order. */
export const figureColumns: readonly Column<Figure>[] = [
  column('figure', 'text', 'Names the figure in all answers', (f) => f.id),
  column('region', 'text', 'Region that the value is of', (f) => f.region.name, true),
  column('adcode', 'text', 'Its six-digit code (GB/T 2260), empty where unknown', (f) => f.region.adcode),
  column('year', 'integer', 'First calendar year of the period', (f) => f.period?.start ?? null),
  column('year_to', 'integer', 'Last year of the period', (f) => f.period?.end ?? null),
  column(
    'from',
    'text',
    'First day of a period that is shorter than whole years',
    (f) => f.period?.from ?? null,
  ),
  column('to', 'text', 'Last day of such a period', (f) => f.period?.to ?? null),
  column('kind', 'text', '`actual` (reported) or `target` (promised)', (f) => f.kind),
  column('code', 'text', 'Code of the indicator, empty where the lexicon has none', (f) => f.indicator.code),
  column('indicator', 'text', 'Name of the indicator', (f) => f.indicator.name, true),
  column('measure', 'text', '`level`, `growth`, `change`, `rank` or `gap`', (f) => f.measure),
  column('value', 'number', 'The chosen value, multipliers applied', (f) => f.value),
  column('value_to', 'number', 'Upper end of a range', (f) => f.valueTo),
  column('unit', 'text', 'Unit of the value', (f) => f.unit, true),
  column('bound', 'text', '`=` exact, `~` about, `>=` at least, `<=` at most', (f) => f.bound),
  column('hedge', 'text', 'Word that bounds or softens the value', (f) => f.hedge, true),
  column('commitment', 'text', 'Word that commits to it', (f) => f.commitment, true),
  column('scope', 'text', 'Scope, where it is not the whole region', (f) => f.scope, true),
  column(
    'basis',
    'text',
    'What it is compared with, where that is not the year before',
    (f) => f.basis,
    true,
  ),
  column('confidence', 'number', "The parser's confidence in the chosen value, 0 to 1", (f) => f.confidence),
  column('quote', 'text', 'The words that give the chosen value', (f) => f.quote, true),
  column('because', 'text', 'Why this value was chosen', (f) => f.chosenBecause),
  column('copies', 'integer', 'How many documents give the figure', (f) => f.documents),
  column('texts', 'integer', 'How many of them are no copies of one another', (f) => f.texts),
  column('conflict', 'boolean', 'Whether their values disagree', (f) => f.conflict),
  column('spread', 'number', 'How far they are apart, as a share of the largest', (f) => f.spread),
  column('document', 'text', 'Document of the chosen value', (f) => f.chosen.document),
  column('observation', 'text', 'Observation of the chosen value', (f) => f.chosen.observation),
  column('review', 'text', 'What a person said of it: `checked` or `corrected`', (f) => f.chosen.review),
  column('genre', 'text', '`work-report`, `communique` or `budget`', (f) => f.chosen.genre),
  column('report_year', 'integer', 'Year in which its report was delivered', (f) => f.chosen.reportYear),
  column('source', 'text', 'Source of its page', (f) => f.chosen.source),
  column('url', 'text', 'Address of its page', (f) => f.chosen.page, true),
  column('changed_at', 'time', 'When the chosen value last changed', (f) =>
    new Date(f.changedAt).toISOString(),
  ),
];
