import { describe, expect, it } from 'vitest';
import { cells, textTable } from './table.ts';

describe('textTable', () => {
  it('lines up columns of Chinese and Latin text', () => {
    const lines = textTable([
      ['地区', 'value'],
      ['镇江市', '1'],
      ['x', '22'],
    ]).split('\n');
    expect(lines[2]!.indexOf('1') + 3).toBe(lines[3]!.indexOf('22'));
    expect(cells('镇江市')).toBe(6);
  });

  it('cuts a long cell', () => {
    expect(textTable([['a'], ['一二三四五六']], 7).split('\n')[2]).toBe('一二三…');
  });
});
