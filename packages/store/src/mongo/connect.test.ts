import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { databaseAt, withoutDatabase } from '../../../../infra/mongo.ts';
import { freshMongo } from '../testing/databases.ts';
import { databaseOf } from './address.ts';
import { connectMongo } from './connect.ts';

const mongoUrl = inject('mongoUrl');

describe('address of MongoDB', () => {
  it.each([
    ['mongodb://h', ''],
    ['mongodb://h/', ''],
    ['mongodb://h/reports', 'reports'],
    ['mongodb://u:p%2Fx,y@h1:1,h2:2,[::1]:3/reports?replicaSet=rs&authSource=admin', 'reports'],
    ['mongodb+srv://cluster.example.com/a%20b?w=1', 'a b'],
    ['mongodb://h?x=/no', ''],
  ])('%s names the database %j', (url, name) => {
    expect(databaseOf(url)).toBe(name);
  });

  it.each([
    ['mongodb://h', 'mongodb://h/t'],
    ['mongodb://h/reports?replicaSet=rs', 'mongodb://h/t?replicaSet=rs'],
    ['mongodb://u:p@h1,h2/reports?tls=true', 'mongodb://u:p@h1,h2/t?tls=true&authSource=reports'],
    ['mongodb://u:p@h/x?authSource=admin&tls=true', 'mongodb://u:p@h/t?authSource=admin&tls=true'],
  ])('%s keeps its options when tests put their own database in', (url, expected) => {
    expect(databaseAt(withoutDatabase(url), 't')).toBe(expected);
  });
});

describe.skipIf(mongoUrl === null)('connection to MongoDB', () => {
  it('writes to the majority and reads what the majority has, whatever the address says', async () => {
    const url = freshMongo('connect', onTestFinished);
    const weak = `${url}${url.includes('?') ? '&' : '?'}w=1&readConcernLevel=local`;
    const { client, db } = await connectMongo(weak);
    onTestFinished(() => client.close());
    expect(db.databaseName).toBe(databaseOf(url));
    expect([db.writeConcern?.w, db.readConcern?.level]).toEqual(['majority', 'majority']);
    expect(await db.collection('none').findOne({})).toBeNull();
  });

  it('names a server that does not answer, without its password', async () => {
    const fault = await connectMongo('mongodb://me:secret@127.0.0.1:9/x', 300).catch(
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ name: 'StoreUnavailableError', retryable: true });
    expect(String((fault as Error).message)).not.toContain('secret');
  });
});
