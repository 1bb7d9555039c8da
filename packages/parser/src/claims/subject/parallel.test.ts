import { describe, expect, test } from 'vitest';
import { observed } from '../../testing/observed.ts';

describe('分别 with a verb or unit of its own for each value', () => {
  test.each([
    ['粮食产量、油料产量分别增长1.2%、下降3.8%。', ['粮食产量 1.2% growth', '油料产量 -3.8% growth']],
    [
      'PM2.5平均浓度和优良天数比率分别下降4.6%、提高2.1个百分点。',
      ['PM2.5平均浓度 -4.6% growth', '优良天数比率 2.1百分点 change'],
    ],
    [
      '城镇登记失业率、居民消费价格涨幅分别回落0.2个百分点和下降0.4个百分点。',
      ['城镇登记失业率 -0.2百分点 change', '居民消费价格涨幅 -0.4百分点 change'],
    ],
    ['全年出口、进口分别下降7.5%、增长11%。', ['出口 -7.5% growth', '进口 11% growth']],
    [
      '制造业投资、民间投资、基础设施投资分别增长9%、6%和下降2%。',
      ['制造业投资 9% growth', '民间投资 6% growth', '基础设施投资 -2% growth'],
    ],
    ['铁路货运量与港口吞吐量分别下降1.9%,增长8.4%。', ['铁路货运量 -1.9% growth', '港口吞吐量 8.4% growth']],
    [
      '地区生产总值、一般公共预算收入、城镇登记失业率分别增长6%、增长4.5%、控制在4%以内。',
      ['地区生产总值 6% growth', '一般公共预算收入 4.5% growth', '城镇登记失业率 <=4%'],
    ],
    [
      '城乡居民收入分别达到4.2万元和2.3万元、增长5.5%和7%。',
      ['城镇居民收入 42000元', '农村居民收入 23000元', '城镇居民收入 5.5% growth', '农村居民收入 7% growth'],
    ],
  ])('%s', (text, expected) => expect(observed(text)).toEqual(expected));
});
