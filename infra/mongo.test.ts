import { describe, expect, it } from 'vitest';
import { databaseAt, startMongo, withoutDatabase } from './mongo.ts';

describe('the address of a MongoDB that the environment names', () => {
  it.each([
    ['mongodb://a:1', 'mongodb://a:1/t'],
    ['mongodb://a:1/', 'mongodb://a:1/t'],
    ['mongodb://a:1/live', 'mongodb://a:1/t'],
    ['mongodb://a:1,b:2/live?replicaSet=rs', 'mongodb://a:1,b:2/t?replicaSet=rs'],
    ['mongodb://u:p@a/?authSource=admin&tls=true', 'mongodb://u:p@a/t?authSource=admin&tls=true'],
    ['mongodb://u:p@a/live?tls=true', 'mongodb://u:p@a/t?tls=true&authSource=live'],
    ['mongodb+srv://u:p@c.example.com/live', 'mongodb+srv://u:p@c.example.com/t?authSource=live'],
    ['mongodb://a?replicaSet=rs', 'mongodb://a/t?replicaSet=rs'],
  ])('%s keeps its options for another database', (address, expected) => {
    expect(databaseAt(withoutDatabase(address), 't')).toBe(expected);
  });

  it('is used as it is, without a server of our own', async () => {
    const { url, pid } = await startMongo({ env: { MONGODB_URL: 'mongodb://a:1/live?replicaSet=rs' } });
    expect([url, pid]).toEqual(['mongodb://a:1/?replicaSet=rs', null]);
  });
});
