-- Growth that was promised beside growth that was reached, the widest miss first. Reads an export with one row for each figure:
--   npx zhibiao observations query --distinct --format parquet --output figures.parquet
--   duckdb < examples/duckdb/growth.sql
WITH growth AS (
  SELECT * FROM 'figures.parquet'
  WHERE code = 'gdp' AND measure = 'growth' AND "from" IS NULL AND year = year_to AND scope IS NULL AND basis IS NULL
)
SELECT target.region, target.year_to AS year, target.bound, target.value AS promised, actual.value AS reached,
       target.sentence AS promise, actual.sentence AS result
FROM growth AS target
JOIN growth AS actual USING (adcode, year_to)
WHERE target.kind = 'target' AND actual.kind = 'actual'
ORDER BY actual.value - target.value;
