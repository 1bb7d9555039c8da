import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { databaseAt } from '../../../../infra/mongo.mjs';

/** Both kinds of database for `describe.each`; `fresh` names an empty one. MongoDB is `missing` where none can be had. */
export function databases() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-store-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const mongoUrl = inject('mongoUrl');
  const name = () => randomBytes(6).toString('hex');
  return [
    { kind: 'embedded', missing: false, fresh: () => join(folder, name()) },
    {
      kind: 'MongoDB',
      missing: mongoUrl === null,
      fresh: () => databaseAt(mongoUrl ?? '', `store-${name()}`),
    },
  ];
}
