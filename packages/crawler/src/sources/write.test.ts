import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, parseSource, writeSource } from './index.ts';

const words = fc.stringMatching(/^[\w 政府工作报告:#*&'"-]{1,20}$/).filter((text) => text.trim() !== '');
const source = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    name: words,
    start: fc.array(fc.webUrl(), { minLength: 1, maxLength: 3 }),
    title: fc.constantFrom('政府工作报告', '^(统计公报|预算)', '#x: y'),
    exclude: fc.array(fc.constantFrom('/tag/', '\\?p=\\d+')),
    maxPages: fc.integer({ min: 1, max: 900 }),
    politeness: fc.record({ delayMs: fc.integer({ min: 0, max: 9_000 }) }),
    cron: fc.constantFrom('0 3 * * 1', '*/5 * * * *'),
    enabled: fc.boolean(),
  },
  { requiredKeys: ['id', 'name', 'start'] },
);
const read = (fields: object) => parseSource(JSON.stringify(fields), 'f');

describe('writeSource', () => {
  it('writes a file that reads as the same source', () => {
    fc.assert(
      fc.property(source, (fields) => {
        const one = read(fields);
        expect(parseSource(writeSource(one), 'f')).toEqual(one);
      }),
    );
  });

  it('leaves out what is as it is anyway, and what the store keeps', () => {
    const one = read({ id: 'a', name: 'A', start: ['http://a.cn/'], politeness: { delayMs: 5000 } });
    expect(writeSource({ ...one, paused: true, edited: { by: 'ada', at: 1 } })).toBe(
      'id: a\nname: A\nstart:\n  - http://a.cn/\npoliteness:\n  delayMs: 5000\n',
    );
  });

  it('names the fields in which two sources differ', () => {
    const one = read({ id: 'a', name: 'A', start: ['http://a.cn/'] });
    const other = read({ id: 'a', name: 'B', start: ['http://a.cn/'], cron: '0 3 * * 1' });
    expect(differingFields(one, other)).toEqual(['cron', 'name']);
    expect(differingFields(one, { ...one, paused: true, edited: { by: 'ada', at: 1 } })).toEqual([]);
  });
});
