import { describe, expect, test } from 'vitest';
import { claimsOf, told } from './testing/claims-of.ts';

describe('a subject before its value', () => {
  test.each([
    ['一般公共预算收入完成45.2亿元。', ['一般公共预算收入 4520000000元']],
    ['全市粮食总产量预计达到96万吨。', ['粮食总产量 960000吨']],
    ['力争城镇化率保持在70%以上。', ['城镇化率 70%']],
    ['居民消费价格涨幅控制在3%左右。', ['居民消费价格 3%']],
    ['累计引进高层次人才178人。', ['引进高层次人才 178人']],
    ['老旧小区和棚户区改造受益群众达4260户。', ['老旧小区和棚户区改造受益群众 4260户']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('a subject behind its value', () => {
  test.each([
    ['新建18家普惠托育机构。', ['新建普惠托育机构 18家']],
    ['为3200家企业完成信用修复。', ['企业完成信用修复 3200家']],
    ['24个产业项目顺利竣工投产。', ['竣工投产产业项目 24个']],
    ['新完成80万平方米城镇老旧小区改造。', ['新完成城镇老旧小区改造 800000平方米']],
    ['推动东港码头、海兴电子等32个项目开工。', ['开工项目 32个']],
    ['新建中心小学、实验幼儿园等学校5所。', ['新建学校 5所']],
    ['省定20项民心工程、市定12件民生实事全部完成。', ['省定民心工程 20项', '市定完成民生实事 12件']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('an elided subject', () => {
  test.each([
    ['地区生产总值930亿元、增长4.5%。', ['地区生产总值 93000000000元', '地区生产总值 4.5%']],
    ['新增上市企业3家,总数达10家。', ['新增上市企业 3家', '上市企业总数 10家']],
    ['新增市场主体2万户,累计达到18万户。', ['新增市场主体 20000户', '市场主体总数 180000户']],
    ['上报项目34个,总投资303亿元。', ['上报项目 34个', '上报项目总投资 30300000000元']],
    ['研发投入强度达2.7%,列全省第7位。', ['研发投入强度 2.7%', '研发投入强度 7位']],
    ['新增省级众创空间2家、工程技术研究中心4家。', ['新增省级众创空间 2家', '新增工程技术研究中心 4家']],
    ['完成投资32亿元,占年度计划的115%。', ['投资 3200000000元', '投资占年度计划比重 115%']],
    ['提高服务业效率,实现增加值97亿元。', ['服务业增加值 9700000000元']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('parallel lists', () => {
  test.each([
    [
      '城乡居民人均可支配收入分别达到6.1万元和3.2万元、增长5%和6%。',
      [
        '城镇居民人均可支配收入 61000元',
        '农村居民人均可支配收入 32000元',
        '城镇居民人均可支配收入 5%',
        '农村居民人均可支配收入 6%',
      ],
    ],
    ['公路货运量、水路货运周转量分别增长7.3%、16.1%。', ['公路货运量 7.3%', '水路货运周转量 16.1%']],
    [
      '普惠型小微企业、民营企业贷款余额分别增长33%和14%。',
      ['普惠型小微企业贷款余额 33%', '民营企业贷款余额 14%'],
    ],
    ['生产安全事故起数和死亡人数分别下降17%和16%。', ['生产安全事故起数 -17%', '生产安全事故死亡人数 -16%']],
    [
      '城镇居民收入5303元,农民收入2079元,分别增长12%和6%。',
      ['城镇居民收入 5303元', '农民收入 2079元', '城镇居民收入 12%', '农民收入 6%'],
    ],
    ['一、二、三产业分别增长3%、8%和9%。', ['第一产业 3%', '第二产业 8%', '第三产业 9%']],
    ['国考断面优Ⅲ比例提高18.8和10个百分点。', ['国考断面优Ⅲ比例 18.8百分点', '国考断面优Ⅲ比例 10百分点']],
    ['新增国家级企业技术中心和工业设计中心各2个。', ['新增国家级企业技术中心 2个', '新增工业设计中心 2个']],
    ['养蜂量和蜂蜜产量居全省第一。', ['养蜂量 1', '蜂蜜产量 1']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('from-to, changes and ranks', () => {
  test('由…增长到… states two levels', () => {
    const [from, to] = claimsOf('人均地区生产总值由12.9万元增长到17万元。');
    expect([from!.name, from!.measure, from!.predicate.from]).toEqual(['人均地区生产总值', 'level', '']);
    expect([to!.name, to!.measure, to!.predicate.to]).toEqual(['人均地区生产总值', 'level', true]);
  });

  test.each([
    ['森林覆盖率提高2.1个百分点。', 'change', 2.1],
    ['单位GDP能耗下降2.8%。', 'growth', -2.8],
    ['一般性支出压减10%以上。', 'growth', -10],
    ['离岸孵化器增加38家。', 'change', 38],
    ['新增离岸孵化器38家。', 'level', 38],
    ['营商环境综合排名进位7个名次。', 'change', 7],
    ['占比提高到71%。', 'level', 71],
    ['城镇化率达到60%。', 'level', 60],
    ['森林覆盖率高于全省1.2个百分点。', 'change', 1.2],
  ])('%s', (text, measure, value) => {
    const [claim] = claimsOf(text);
    expect([claim!.measure, claim!.sign * claim!.quantity.value]).toEqual([measure, value]);
  });
});

test('what a growth shall reach is a growth', () => {
  const claims = claimsOf('地区生产总值增长7%以上、力争达到8%。');
  expect(claims.map((claim) => [claim.name, claim.measure])).toEqual([
    ['地区生产总值', 'growth'],
    ['地区生产总值', 'growth'],
  ]);
});

describe('what is no observation', () => {
  test.each([
    ['新签约亿元以上产业项目。'],
    ['建成通车524国道。'],
    ['推进“331”专项行动。'],
    ['落实55条措施。'],
    ['打造15分钟医保服务圈。'],
    ['加快5G网络建设,办好第12届创业周。'],
    ['实施东港年产30万吨再生铜等项目。'],
    ['被评为最具潜力的20个城市之一。'],
  ])('%s', (text) => expect(told(text)).toEqual([]));

  test('a threshold stays in the name', () => {
    expect(told('引进总投资10亿元以上项目17个。')).toEqual(['引进总投资10亿元以上项目 17个']);
    expect(told('新增税收超亿元企业7家。')).toEqual(['新增税收超亿元企业 7家']);
  });
});

describe('places', () => {
  const findPlace = (phrase: string) => {
    const name = ['丹阳市', '句容市'].find((word) => phrase.startsWith(word));
    return name === undefined ? null : { place: { name, adcode: null }, length: 3 };
  };

  test('own what follows them in their part of the sentence, with the head of the list', () => {
    const claims = claimsOf(
      '实施城建项目226个、年度投资185亿元,其中句容市38个、年度投资36亿元,丹阳市37个。',
      findPlace,
    );
    expect(claims.map((claim) => [claim.place?.name ?? '', claim.name])).toEqual([
      ['', '实施城建项目'],
      ['', '实施城建项目年度投资'],
      ['句容市', '实施城建项目'],
      ['句容市', '实施城建项目年度投资'],
      ['丹阳市', '实施城建项目'],
    ]);
  });
});
