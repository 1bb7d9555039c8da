/** @returns the expression of a member of a statement, by its place */
const said = (place: number) => `json_extract(o."value", '$[${place}]')`;
/** @returns the expression of what few statements have */
const rarely = (field: string) => `json_extract(o."value", '$[8].${field}')`;
/** @returns the expression of what a statement names by its place in a list of its version */
const listed = (list: string, place: number, path: string) =>
  `json_extract(s."body", '$.${list}[' || ${said(place)} || ']${path}')`;
const indicator = (path: string) => listed('indicators', 1, path);
const form = (path: string) => listed('forms', 2, path);
const sentence = (path: string) => listed('sentences', 5, path);
const start = `${sentence('[0]')} + ${said(6)}`;

/** What a row that has one value leaves out. */
const onlyOne = [0, 0, "'only one'", 1, 1, 0, 0];

/** @returns the rows of one kind: `documents` of a figure's row hold the words, `chosen` which of them count */
const figuresOf = (kind: 'actual' | 'target') => {
  const picked = (i: number) => `coalesce(json_extract(f."body", '$.chosen.${kind}[${i}]'), ${onlyOne[i]})`;
  // Of a document: its id, its revision, what it says (page, source, genre, year, own, members).
  const now = `'$.documents[' || ${picked(0)} || '][2]`;
  const of = (place: number) => `json_extract(f."body", ${now}[${place}]')`;
  // Of a member: id, kind, value, quote, confidence, what few have.
  const value = (path: string) => `json_extract(f."body", ${now}[5][' || ${picked(1)} || ']${path}')`;
  const own = (path: string) => `json_extract(f."body", '$.${path}')`;
  const document = `json_extract(f."body", '$.documents[' || ${picked(0)} || '][0]')`;
  return `
SELECT
  f."id" || ' ${kind}' AS "figure", ${own('region')} AS "region",
  CASE WHEN json_type(f."body", '$.adcode') IS NOT NULL THEN ${own('adcode')} WHEN f."id" NOT LIKE '~%' THEN substr(f."id", 1, instr(f."id", ' ') - 1) END AS "adcode",
  f."year" AS "year", coalesce(${own('period.end')}, f."year") AS "year_to", ${own('period.from')} AS "from", ${own('period.to')} AS "to",
  '${kind}' AS "kind", CASE WHEN ${own('indicator')} IS NOT NULL THEN f."topic" END AS "code",
  coalesce(${own('indicator')}, f."topic") AS "indicator", f."measure" AS "measure",
  ${value('[2]')} AS "value", ${value(
    '[5].valueTo',
  )} AS "value_to", ${own('unit')} AS "unit", coalesce(${value('[5].bound')}, '=') AS "bound",
  ${value('[5].hedge')} AS "hedge", ${value('[5].commitment')} AS "commitment", ${own('scope')} AS "scope", ${own('basis')} AS "basis",
  ${value('[4]')} AS "confidence", ${value('[3]')} AS "quote", ${picked(2)} AS "because",
  ${picked(3)} AS "copies", ${picked(4)} AS "texts", ${picked(6)} AS "conflict", ${picked(5)} AS "spread",
  ${document} AS "document", ${document} || '-' || ${value('[0]')} AS "observation", ${value('[5].review')} AS "review",
  ${of(2)} AS "genre", ${of(3)} AS "report_year", ${of(1)} AS "source", ${of(0)} AS "url",
  CAST(substr(f."changed", 1, 15) AS INTEGER) AS "changed_at", ${kind === 'target' ? 'f."verdict"' : 'NULL'} AS "verdict"
FROM "figures" AS f WHERE f."kinds" IN (${kind === 'actual' ? "'a', 'at'" : "'t', 'at'"})`;
};

/**
 * Views of the file for plain SQL (DuckDB, pandas, R): `observations_flat` has one row for each observation of each
 * version, `current` 1 for those
 * of the version that readers see; `figures_flat` one for each figure, with its chosen value, and `verdict` for promises. Its columns are
 * those of an export of figures. A run that was promoted shows in both once it is folded in. Spans are UTF-16 code
 * units in the article's text,
 * `at` and `changed_at` milliseconds since the epoch.
 */
export const views: Readonly<Record<string, string>> = {
  observations_flat: `
SELECT
  v."document" || '-' || ${said(0)} AS "id", v."document" AS "document", v."n" AS "version",
  coalesce(json_extract(d."body", '$.head.n') = v."n" AND NOT json_extract(d."body", '$.head.retired'), 0) AS "current",
  ${form('.region.name')} AS "region", ${form('.region.adcode')} AS "adcode",
  ${form('.period.start')} AS "year", ${form('.period.end')} AS "year_to", ${form('.period.from')} AS "from", ${form('.period.to')} AS "to",
  ${indicator('.name')} AS "indicator", ${indicator('.code')} AS "code", ${form('.kind')} AS "kind", ${form('.measure')} AS "measure",
  ${said(3)} AS "value", ${rarely('valueTo')} AS "value_to", ${form('.unit')} AS "unit", coalesce(${rarely('bound')}, '=') AS "bound",
  ${rarely('hedge')} AS "hedge", ${rarely('commitment')} AS "commitment", ${rarely('scope')} AS "scope", ${rarely('basis')} AS "basis",
  coalesce(${rarely('quote')}, substr(${sentence('[1]')}, ${said(6)} + 1, ${said(7)})) AS "quote", ${sentence('[1]')} AS "sentence",
  ${start} AS "span_start", ${start} + ${said(7)} AS "span_end",
  coalesce(${rarely('flags')}, '[]') AS "flags", ${said(4)} AS "confidence",
  json_extract(v."body", '$.report.title') AS "report_title", v."report_year" AS "report_year",
  json_extract(v."body", '$.report.genre') AS "genre", v."page" AS "page", v."source" AS "source",
  json_extract(v."body", '$.parser') AS "parser", json_extract(v."body", '$.at') AS "at"
FROM "versions" AS v
JOIN "statements" AS s ON s."id" = v."id"
JOIN "documents" AS d ON d."id" = v."document"
JOIN json_each(s."body", '$.observations') AS o`,
  figures_flat: `${figuresOf('actual')}
UNION ALL${figuresOf('target')}`,
};
