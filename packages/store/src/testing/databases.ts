import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, inject } from 'vitest';
import { databaseAt } from '../../../../infra/mongo.ts';

/** The address of an empty database on the tests' MongoDB. `when` runs the dropping of it: at the end of the file, or of one test. */
export function freshMongo(what: string, when: (drop: () => Promise<void>) => void = afterAll): string {
  const url = databaseAt(inject('mongoUrl') ?? '', `${what}-${randomBytes(6).toString('hex')}`);
  when(() => dropMongo(url));
  return url;
}

async function dropMongo(url: string): Promise<void> {
  const client = new MongoClient(url);
  await client.db().dropDatabase();
  await client.close();
}

/** Both kinds of database for `describe.each`; `fresh` names an empty one. MongoDB is `missing` where none can be had. */
export function databases() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-store-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const mongoUrl = inject('mongoUrl');
  const name = () => randomBytes(6).toString('hex');
  const made = new Set<string>();
  afterAll(async () => {
    for (const url of made) await dropMongo(url);
  });
  return [
    { kind: 'embedded', missing: false, fresh: () => join(folder, name()) },
    {
      kind: 'MongoDB',
      missing: mongoUrl === null,
      fresh: () => {
        const url = databaseAt(mongoUrl ?? '', `store-${name()}`);
        made.add(url);
        return url;
      },
    },
  ];
}
