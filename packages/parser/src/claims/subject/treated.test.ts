import { describe, expect, test } from 'vitest';
import { observed } from '../../testing/observed.ts';

type Row = readonly [string, readonly string[]];
const check = (rows: readonly Row[], chapter: 'review' | 'plan' = 'review') =>
  test.each(rows)('%s', (text, expected) => expect(observed(text, chapter)).toEqual(expected));

describe('what was done to those who are counted', () => {
  check([
    ['对14家纳税大户进行了表彰奖励。', ['表彰奖励纳税大户 14家']],
    ['对95名困难群众实施了有效救助。', ['救助困难群众 95名']],
    ['免费为全县近6万名65岁以上老年人进行了健康体检。', ['健康体检65岁以上老年人 ~60000名']],
    ['对120户特困户进行了救助。', ['救助特困户 120户']],
    [
      '投资3000万元,对100余公里农村公路进行了改造。',
      ['农村公路改造投资 30000000元', '改造农村公路 >=100公里'],
    ],
    ['为3.2万名妇女开展“两癌”筛查。', ['妇女“两癌”筛查 32000名']],
    ['对86家企业开展安全检查。', ['企业安全检查 86家']],
  ]);
});
