/** @returns the expression of a member of a statement */
const said = (path: string) => `json_extract(o."value", '$.${path}')`;
/** @returns the expression of what a statement names by its place in a list of its version */
const shared = (list: string, path: string) =>
  `json_extract(s."body", '$.${list}[' || json_extract(o."value", '$.${path}') || ']`;

/** What a row that has one value leaves out. */
const onlyOne = [0, 0, "'only one'", 1, 1, 0, 0];

/** @returns the rows of one kind: `documents` of a figure's row hold the words, `chosen` which of them count */
const figuresOf = (kind: 'actual' | 'target') => {
  const picked = (i: number) => `coalesce(json_extract(f."body", '$.chosen.${kind}[${i}]'), ${onlyOne[i]})`;
  const now = `'$.documents[' || ${picked(0)} || '].now`;
  const of = (path: string) => `json_extract(f."body", ${now}.${path}')`;
  const value = (path: string) => `json_extract(f."body", ${now}.members[' || ${picked(1)} || '].${path}')`;
  const own = (path: string) => `json_extract(f."body", '$.${path}')`;
  return `
SELECT
  f."id" || ' ${kind}' AS "figure", ${own('region.name')} AS "region", ${own('region.adcode')} AS "adcode",
  f."year" AS "year", ${own('period.end')} AS "year_to", ${own('period.from')} AS "from", ${own('period.to')} AS "to",
  '${kind}' AS "kind", ${own('indicator.code')} AS "code", ${own('indicator.name')} AS "indicator", f."measure" AS "measure",
  ${value('value')} AS "value", ${value('valueTo')} AS "value_to", ${own('unit')} AS "unit", ${value('bound')} AS "bound",
  ${value('hedge')} AS "hedge", ${value('commitment')} AS "commitment", ${own('scope')} AS "scope", ${own('basis')} AS "basis",
  ${value('confidence')} AS "confidence", ${value('quote')} AS "quote", ${picked(2)} AS "because",
  ${picked(3)} AS "copies", ${picked(4)} AS "texts", ${picked(6)} AS "conflict", ${picked(5)} AS "spread",
  json_extract(f."body", '$.documents[' || ${picked(0)} || '].document') AS "document", ${value('id')} AS "observation",
  ${value('review')} AS "review",
  ${of('genre')} AS "genre", ${of('year')} AS "report_year", ${of('source')} AS "source", ${of('page')} AS "url",
  CAST(substr(f."changed", 1, 15) AS INTEGER) AS "changed_at", ${kind === 'target' ? 'f."verdict"' : 'NULL'} AS "verdict"
FROM "figures" AS f WHERE f."kinds" IN (${kind === 'actual' ? "'a', 'at'" : "'t', 'at'"})`;
};

/**
 * Views of the file for plain SQL (DuckDB, pandas, R): `observations_flat` has one row for each observation of each version, `current` 1 for those
 * of the version that readers see; `figures_flat` one for each figure, with its chosen value, and `verdict` for promises. Its columns are
 * those of an export of figures. A run that was promoted shows in both once it is folded in. Spans are UTF-16 code units in the article's text,
 * `at` and `changed_at` milliseconds since the epoch.
 */
export const views: Readonly<Record<string, string>> = {
  observations_flat: `
SELECT
  v."document" || '-' || ${said('id')} AS "id", v."document" AS "document", v."n" AS "version",
  coalesce(json_extract(d."body", '$.head.n') = v."n" AND NOT json_extract(d."body", '$.head.retired'), 0) AS "current",
  ${shared('regions', 'region')}.name') AS "region", ${shared('regions', 'region')}.adcode') AS "adcode",
  ${said('period.start')} AS "year", ${said('period.end')} AS "year_to",
  ${said('period.from')} AS "from", ${said('period.to')} AS "to",
  ${said('indicator.name')} AS "indicator", ${said('indicator.code')} AS "code",
  ${said('kind')} AS "kind", ${said('measure')} AS "measure",
  ${said('value')} AS "value", ${said('valueTo')} AS "value_to", ${said('unit')} AS "unit", coalesce(${said('bound')}, '=') AS "bound",
  ${said('hedge')} AS "hedge", ${said('commitment')} AS "commitment", ${said('scope')} AS "scope", ${said('basis')} AS "basis",
  ${said('quote')} AS "quote", ${shared('sentences', 'sentence')}.text') AS "sentence",
  ${said('span[0]')} AS "span_start", ${said('span[1]')} AS "span_end",
  coalesce(${said('flags')}, '[]') AS "flags", ${said('confidence')} AS "confidence",
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
