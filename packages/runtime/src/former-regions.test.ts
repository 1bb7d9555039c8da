import type { UsageError } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { codesOf, formerUnits, successorOf, underAllCodes } from './former-regions.ts';
import { regionCode } from './region-code.ts';

describe('former regions', () => {
  it('a county that became a district is found under both codes', () => {
    expect(regionCode('清苑县')).toBe('130622');
    expect(successorOf('130622')).toEqual({ name: '保定市清苑区', code: '130608', until: 2014 });
    expect(formerUnits('130608')).toEqual([{ name: '清苑县', code: '130622', until: 2014 }]);
    expect(codesOf('130622')).toEqual(['130622', '130608']);
    expect(codesOf('130608')).toEqual(['130608', '130622']);
    expect(codesOf('321100')).toEqual(['321100']);
  });

  it('a district that was merged is not the larger one, which has been all of them', () => {
    const [one, ...others] = formerUnits('320508');
    expect(others.length).toBeGreaterThan(0);
    expect(codesOf(one!.code)).toEqual([one!.code]);
    expect(codesOf('320508')).toContain(one!.code);
  });

  it('pages through the codes one after the other', async () => {
    const rows: Record<string, number[]> = { '130608': [1, 2, 3], '130622': [4, 5] };
    const ask = async ({
      region,
      limit,
      after,
    }: {
      region?: string;
      limit?: number;
      after?: string | undefined;
    }) => {
      const from = Number(after ?? 0);
      const all = rows[region!]!;
      const end = from + limit!;
      return { rows: all.slice(from, end), next: end < all.length ? String(end) : null };
    };
    for (const limit of [1, 2, 3, 4, 5, 9]) {
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = await underAllCodes({ region: '130608', limit, after }, ask);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        seen.push(...page.rows);
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toEqual([1, 2, 3, 4, 5]);
    }
  });
});

describe('regionCode', () => {
  it('gives the candidates of an ambiguous name, and what is near an unknown one, as data', () => {
    const fault = (name: string) => {
      try {
        return regionCode(name);
      } catch (error) {
        return error;
      }
    };
    expect(fault('朝阳区')).toMatchObject({
      name: 'UsageError',
      suggestions: expect.arrayContaining([
        { name: '北京市朝阳区', code: '110105' },
        { name: '长春市朝阳区', code: '220104' },
      ]),
    });
    expect((fault('镇江县') as UsageError).suggestions[0]).toEqual({ name: '镇江市', code: '321100' });
    expect(fault('乌有乡')).toMatchObject({ name: 'UsageError', suggestions: [] });
  });
});
