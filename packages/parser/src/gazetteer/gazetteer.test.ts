import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from './index.ts';

const gazetteer = openGazetteer();
const names = (text: string): string[] => gazetteer.mentions(text).map((m) => m.places[0]?.fullName ?? '');

describe('names', () => {
  it('gives districts after their city and all others alone', () => {
    expect(gazetteer.byAdcode('320507')?.fullName).toBe('苏州市相城区');
    expect(gazetteer.byAdcode('321181')?.fullName).toBe('丹阳市');
    expect(gazetteer.byAdcode('130637')?.fullName).toBe('博野县');
    expect(gazetteer.byAdcode('310115')?.fullName).toBe('上海市浦东新区');
    expect(gazetteer.byAdcode('429021')?.fullName).toBe('神农架林区');
  });

  it('finds full, official and short names where they mean one unit', () => {
    expect(gazetteer.find('苏州')?.adcode).toBe('320500');
    expect(gazetteer.find('保定市清苑区')?.adcode).toBe('130608');
    expect(gazetteer.find('恩施土家族苗族自治州')?.shortName).toBe('恩施');
    expect(gazetteer.find('吉林')?.name).toBe('吉林省');
    expect(gazetteer.find('市中区')).toBeNull();
    expect(gazetteer.find('市中区', '370400')?.fullName).toBe('枣庄市市中区');
  });

  it('knows former names and what became of them', () => {
    const county = gazetteer.find('清苑县');
    expect(county).toMatchObject({ adcode: '130622', successor: '130608' });
    expect(gazetteer.find('崇文区')?.fullName).toBe('北京市崇文区');
    expect(gazetteer.find('清苑')?.name).toBe('清苑区');
  });

  it('every former unit has a parent and, where one is named, a successor in force', () => {
    for (const place of gazetteer.places.filter((p) => p.lastListed !== null)) {
      expect(gazetteer.parent(place), place.name).not.toBeNull();
      if (place.successor) expect(gazetteer.byAdcode(place.successor)?.lastListed, place.name).toBeNull();
    }
  });
});

describe('the tree', () => {
  it('walks up and down', () => {
    expect(gazetteer.within('320507', '320000')).toBe(true);
    expect(gazetteer.within('320507', '330000')).toBe(false);
    expect(gazetteer.children('321100').map((p) => p.name)).toEqual(
      expect.arrayContaining(['京口区', '丹徒区', '丹阳市', '扬中市', '句容市']),
    );
    expect(gazetteer.children('110000').length).toBe(16);
  });

  it('every unit but a province leads up to its province', () => {
    for (const place of gazetteer.places)
      if (place.adcode)
        expect(gazetteer.within(place, `${place.adcode.slice(0, 2)}0000`), place.name).toBe(true);
  });
});

describe('mentions', () => {
  it('takes the inner unit of a chain and names zones after their host', () => {
    expect(names('江苏省镇江市丹徒区与镇江新区、句容市')).toEqual(['镇江市丹徒区', '镇江新区', '句容市']);
    expect(names('支持雄安新区建设')).toEqual(['雄安新区']);
  });

  it('leaves ordinary words alone', () => {
    expect(names('在省委、市委和县委的领导下实现长治久安,新建道路,保护资源,促进合作,示范县,代县长')).toEqual(
      [],
    );
    expect(names('我代表易县人民政府')).toEqual(['易县']);
    expect(names('这不是容易县里能办的事')).toEqual([]);
  });

  it('never overlaps, stays in range and slices to its text', () => {
    const piece = fc.constantFrom(
      '苏州市',
      '相城区',
      '镇江',
      '新区',
      '易县',
      '长治久安',
      '高新区',
      '吉林',
      '的',
      '在',
      '和县委',
      '市',
      '江苏省',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(20), (pieces, from) => {
        const text = pieces.join('');
        let last = from;
        for (const m of gazetteer.mentions(text, from)) {
          expect(m.start).toBeGreaterThanOrEqual(last);
          expect(m.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(m.start, m.end)).toBe(m.text);
          expect(m.places.length).toBeGreaterThan(0);
          last = m.end;
        }
      }),
    );
  });
});
