/** @returns the expression of a member of a statement */
const said = (path: string) => `json_extract(o."value", '$.${path}')`;
/** @returns the expression of what a statement names by its place in a list of its version */
const shared = (list: string, path: string) =>
  `json_extract(s."body", '$.${list}[' || json_extract(o."value", '$.${path}') || ']`;

/**
 * Views of the file for plain SQL (DuckDB, pandas, R): one row for each observation of each version. `current` is 1 for those of the version that
 * readers see. Spans are UTF-16 code units in the article's text, `at` milliseconds since the epoch.
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
};
