import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Connection } from '../embedded/connection.ts';
import { migrate as migrateEmbedded } from '../embedded/migrations.ts';
import { whereOf } from '../embedded/sql.ts';
import { SqlTable } from '../embedded/table.ts';
import { connectMongo } from '../mongo/connect.ts';
import { migrate as migrateMongo } from '../mongo/migrations.ts';
import { MongoTable } from '../mongo/table.ts';
import { countedAlong, given } from '../queries/figure-query.ts';
import { DocumentQuery, documentFilter, ObservationQuery, stretchFilter } from '../queries/query.ts';
import { freshMongo } from '../testing/databases.ts';
import { definitions } from './definitions.ts';
import type { Rows } from './rows.ts';
import type { Filter, FindOptions } from './table.ts';

const page: FindOptions = { by: 'order', limit: 100 };
const next: FindOptions = { ...page, after: '321100 2022' };
const now: Filter = { current: { eq: true } };
const observations = (query: object) => stretchFilter(ObservationQuery.parse(query), ['GDP']);
const documents = (query: object) => documentFilter(DocumentQuery.parse(query));

/** Every way in which the product asks a table for rows: a new query belongs here. */
const questions: [what: string, table: keyof Rows, filter: Filter, options?: FindOptions][] = [
  [
    'due pages of a source',
    'pages',
    { source: { eq: 'demo' }, nextDueAt: { lte: 5 } },
    { by: 'nextDueAt', limit: 10 },
  ],
  ['pages with a band', 'pages', { bands: { has: '0:ff' } }],
  ['pages of an article', 'pages', { article: { eq: 'x' } }],
  ['documents of a page', 'documents', { page: { eq: 'u' } }],
  [
    'documents with shadows of a run',
    'documents',
    { 'shadows.run': { has: 'r' } },
    { by: 'id', after: 'd', limit: 10 },
  ],
  ['extractions of a page', 'extractions', { page: { eq: 'u' } }, { by: 'rank', descending: true, limit: 1 }],
  ['extractions of a page and article', 'extractions', { page: { eq: 'u' }, article: { eq: 'x' } }],
  ['extractions of a run', 'extractions', { run: { eq: 'r' } }, { by: 'id', after: 'e', limit: 10 }],
  ['first documents of pages', 'documents', { ordinal: { eq: 1 } }],
  ['documents that moved', 'documents', { movedAt: { gt: 5 } }, { by: 'movedAt', limit: 10 }],
  ['extraction of a rank', 'extractions', { page: { eq: 'u' }, rank: { eq: 2 } }],
  ['next source', 'versions', { ...now, source: { gt: 's' } }, { by: 'source', limit: 1 }],
  ['versions of no source', 'versions', { ...now, source: { eq: null } }, page],
  [
    'same version',
    'versions',
    { document: { eq: 'd' }, article: { eq: 'a' }, content: { eq: 'c' } },
    { limit: 1 },
  ],
  ['last version', 'versions', { document: { eq: 'd' } }, { by: 'n', descending: true, limit: 1 }],
  ['superseded versions', 'versions', { document: { eq: 'd' }, ...now, mark: { lt: 5 }, n: { notIn: [3] } }],
  ['stretches of a version', 'stretches', { document: { eq: 'd' }, n: { eq: 1 } }],
  ['texts with words', 'texts', { text: { pairs: ['税收', '收入'] } }, { by: 'place', limit: 21 }],
  [
    'texts with words of a region and year, next page',
    'texts',
    { text: { pairs: ['税收'] }, place: { gte: 5, lt: 900 }, year: { eq: 2023 } },
    { by: 'place', after: 7, limit: 21 },
  ],
  ['texts of a document', 'texts', { document: { eq: 'd' } }],
  ['codes of a name', 'terms', { name: { eq: 'x' } }],
  [
    'documents whose figures are behind',
    'documents',
    { 'figures.done': { eq: false } },
    { by: 'id', limit: 10 },
  ],
  ['what was said of a document', 'reviews', { document: { eq: 'd' } }],
  ['latest reviews', 'reviews', {}, { by: 'at', descending: true, limit: 10 }],
  ['regions by name', 'places', { name: { prefix: '镇' } }, { by: 'name', limit: 10 }],
  ['verdicts', 'figures', { verdict: { eq: 'met' }, id: { prefix: '32' } }, { by: 'id', limit: 10 }],
  ['worst conflicts', 'figures', { dispute: { gt: '' } }, { by: 'dispute', limit: 10 }],
  ['changed figures', 'figures', { changed: { gt: '0' } }, { by: 'changed', limit: 10 }],
  [
    'a region by an indicator',
    'figures',
    { topic: { in: ['gdp', 'cpi'] }, id: { prefix: '321100 ' }, kinds: { in: ['a', 'at'] } },
  ],
  ...(
    [
      {},
      { id: { prefix: '3211' } },
      { topic: { eq: 'gdp' } },
      { year: { eq: 2023 } },
      { measure: { eq: 'rank' } },
      { topic: { eq: 'gdp' }, year: { eq: 2023 }, measure: { eq: 'growth' } },
      { id: { prefix: '32' }, topic: { eq: 'gdp' }, year: { eq: 2023 } },
    ] as Filter[]
  ).map((filter): (typeof questions)[number] => [
    `figures by ${JSON.stringify(filter)}`,
    'figures',
    { kinds: { in: ['a', 'at', 't'] }, ...filter },
    { by: 'id', after: '321', limit: 10 },
  ]),
  ['newest runs', 'runs', {}, { by: 'startedAt', descending: true, limit: 10 }],
  ['last promotion', 'promotions', {}, { by: 'at', descending: true, limit: 1 }],
  [
    'open quarantine',
    'quarantine',
    { resolvedAt: { eq: null } },
    { by: 'time', descending: true, limit: 10 },
  ],
  ['quarantine of a run', 'quarantine', { run: { eq: 'r' } }, { by: 'time', descending: true, limit: 10 }],
  ['all quarantine', 'quarantine', {}, { by: 'time', descending: true, limit: 10 }],
  ['all sources', 'sources', {}, { by: 'id' }],
  ...[{}, { region: '320000' }, { source: 's' }, { year: 2023 }, { flags: ['x'] }, { page: 'u' }].map(
    (query): (typeof questions)[number] => [
      `documents by ${JSON.stringify(query)}`,
      'versions',
      { ...now, ...documents(query) },
      page,
    ],
  ),
  ...[
    {},
    { region: '321100' },
    { code: 'GDP' },
    { name: '地区生产总值' },
    { kind: 'target' },
    { year: 2023 },
    { source: 's' },
    { flags: ['x'] },
    { flags: ['x'], minConfidence: 0.5 },
    { document: 'd' },
    { minConfidence: 0.5 },
    { since: 5 },
    { region: '321100', code: 'GDP', kind: 'target', year: 2023, minConfidence: 0.5 },
  ].flatMap((query): (typeof questions)[number][] => [
    [`observations by ${JSON.stringify(query)}`, 'stretches', observations(query), page],
    [`observations by ${JSON.stringify(query)}, next page`, 'stretches', observations(query), next],
  ]),
];

describe('no query scans a table: SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-plans-'));
  const db = new Connection(join(folder, 'plans.db'));
  migrateEmbedded(db, 'plans.db');
  afterAll(async () => {
    db.close();
    await rm(folder, { recursive: true });
  });

  it.each(questions)('%s', (_what, name, filter, options = {}) => {
    const { sql, values } = new SqlTable(db, definitions[name]).statement(filter, options);
    const plan = db.all(`EXPLAIN QUERY PLAN ${sql}`, values).map((row) => String(row.detail));
    // A walk along an index in the order that was asked for ends at the limit: that is no scan of the table.
    const scans = plan.filter(
      (step) =>
        /^SCAN/.test(step) &&
        !(options.by && (/USING (COVERING )?INDEX/.test(step) || options.by === definitions[name].id)) &&
        // The full-text index, looked up by its tokens (M) in the order of its row numbers.
        !/VIRTUAL TABLE INDEX \d+:\S*M/.test(step),
    );
    expect(scans, plan.join('; ')).toEqual([]);
    const sorts = plan.filter((step) => /TEMP B-TREE/.test(step));
    expect(sorts, plan.join('; ')).toEqual([]);
  });

  it.each([{ flags: ['x'], minConfidence: 0.5 }, { code: 'GDP' }])(
    'walks along the stretches with %o in their order',
    (query) => {
      const { sql, values } = new SqlTable(db, definitions.stretches).statement(observations(query), next);
      const [step] = db.all(`EXPLAIN QUERY PLAN ${sql}`, values);
      expect(String(step?.detail)).toMatch(/SEARCH stretches_\w+ USING PRIMARY KEY \(value=\? AND id>\?/);
    },
  );

  it.each([
    { topic: { eq: 'gdp' }, kinds: given },
    { topic: { eq: 'gdp' }, measure: { eq: 'growth' }, verdict: { eq: 'met' } },
    { topic: { eq: 'gdp' }, id: { prefix: '32' }, verdict: { eq: 'met' } },
    { year: { eq: 2023 }, measure: { eq: 'growth' }, verdict: { eq: 'met' } },
    { measure: { eq: 'growth' }, verdict: { eq: 'met' } },
    { verdict: { eq: 'met' }, id: { prefix: '32' } },
    countedAlong({ id: { prefix: '321100 ' }, kinds: given }),
    countedAlong({ kinds: { in: ['t', 'at'] } }),
  ] satisfies Filter[])('counts figures by %o without a visit of their rows', (filter) => {
    const { sql, values } = whereOf(definitions.figures, filter);
    const plan = db.all(`EXPLAIN QUERY PLAN SELECT count(*) FROM "figures"${sql}`, values);
    expect(plan.map(({ detail }) => String(detail))).toEqual([
      expect.stringMatching(/^SEARCH figures USING COVERING INDEX/),
    ]);
  });

  it.each([
    [{ topic: { eq: 'gdp' }, kinds: { in: ['t', 'at'] } }, 'id'],
    [{ topic: { eq: 'gdp' }, verdict: { eq: 'cannot tell' } }, 'id'],
    [{ year: { eq: 2023 }, measure: { eq: 'rank' }, kinds: given }, 'id'],
    [{ topic: { eq: 'gdp' }, dispute: { gt: '' }, kinds: given }, 'dispute'],
  ] satisfies [Filter, string][])('passes over figures by %o in the index alone', (filter, by) => {
    const { sql, values } = new SqlTable(db, definitions.figures).statement(filter, { by, limit: 10 });
    const plan = db.all(`EXPLAIN QUERY PLAN ${sql}`, values).map(({ detail }) => String(detail));
    expect(plan[0]).toMatch(/^SEARCH figures USING PRIMARY KEY \(id=\?\)/);
    expect(plan[2]).toMatch(/^SEARCH figures USING COVERING INDEX/);
  });

  it('looks for the superseded versions of a document among its own, not among all that are current', () => {
    const [, , filter] = questions.find(([what]) => what === 'superseded versions')!;
    const { sql, values } = new SqlTable(db, definitions.versions).statement(filter, {});
    const [step] = db.all(`EXPLAIN QUERY PLAN ${sql}`, values);
    expect(String(step?.detail)).toContain('(document=?');
  });
});

const mongoUrl = inject('mongoUrl');

describe.skipIf(mongoUrl === null)('no query scans a collection: MongoDB', async () => {
  const connection = mongoUrl ? await connectMongo(freshMongo('plans')) : null;
  const explains = inject('mongoReal');
  if (connection) await migrateMongo(connection.db, connection.name);
  if (mongoUrl && !explains)
    process.stderr.write(`MONGODB PLANS WERE NOT CHECKED: ${inject('mongoWhat')} cannot explain queries.\n`);
  afterAll(() => connection?.client.close());

  it.skipIf(!explains).each(questions)('%s', async (_what, name, filter, options = {}) => {
    const plan = await new MongoTable(connection!, definitions[name])
      .cursor(filter, options)
      .explain('queryPlanner');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('COLLSCAN');
  });
});
