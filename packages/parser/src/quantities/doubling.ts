import type { Quantity } from './quantity.ts';

/** 翻番, 翻一番: a growth of 100 %; 翻两番: 300 %. Null where 翻 says something else. */
export function readDoubling(text: string, at: number): Quantity | null {
  const match = /^翻(?:了)?(一|两|二|三)?番/.exec(text.slice(at, at + 4));
  if (match === null || text[at - 1] === '个') return null;
  const times = match[1] === '两' || match[1] === '二' ? 2 : match[1] === '三' ? 3 : 1;
  return {
    start: at,
    end: at + match[0].length,
    value: (2 ** times - 1) * 100,
    valueTo: null,
    unit: '%',
    dimension: 'percent',
    bound: '=',
    hedge: null,
    form: 'double',
    share: null,
    damaged: false,
  };
}
