import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, patternFault } from './patterns.ts';

describe('patterns of sources', () => {
  it.each(['^(政府|工作|报告|.)*书$', '(a|a)*$', String.raw`(\w|\d)*x`, '(a+)+b', '(.*)*(.*)*(.*)*!'])(
    '%s ends on every title',
    (pattern) => {
      expect(patternFault(pattern)).toBeNull();
      expect(compilePattern(pattern)(`${'a1政府工作报告'.repeat(10_000)}?`)).toBeTypeOf('boolean');
    },
  );

  it.each([
    ['政府工作报告', '2023年镇江市政府工作报告', true],
    [String.raw`\d{4}年.*报告`, '2023年政府工作报告', true],
    [String.raw`/t\d+_(\d+)\.html`, 'http://a.cn/t2023_12.html', true],
    [String.raw`[\u4e00-\u9fa5]{4,}`, '工作报告', true],
    [String.raw`^\u4e00$`, '一', true],
    [String.raw`^\p{Han}+$`, '政府', true],
    [String.raw`^\p{Han}+$`, 'abc', false],
    [String.raw`(?<year>20\d\d)`, '2023', true],
    ['[(?=]', '=', true],
    [String.raw`\(\?=`, '(?=', true],
  ])('%s on %s: %s', (pattern, input, matches) => {
    expect(patternFault(pattern)).toBeNull();
    expect(compilePattern(pattern)(input)).toBe(matches);
  });

  it.each([
    ['(?=2023)', 'looks ahead or back', '`exclude`'],
    ['政府(?!采购)', 'looks ahead or back', '`exclude`'],
    ['(?<=年)报告', 'looks ahead or back', '`exclude`'],
    ['(?<!年)报告', 'looks ahead or back', '`exclude`'],
    [String.raw`(a)\1`, 'refers back', 'write out'],
    [String.raw`(?<n>a)\k<n>`, 'refers back', 'write out'],
    [String.raw`\p{Script=Han}`, 'Unicode property', String.raw`\p{Han}`],
    [String.raw`\p{sc=Han}`, 'Unicode property', String.raw`\p{Han}`],
    [String.raw`年\m`, 'means nothing', 'backslash'],
    ['(政', 'is no regular expression', 'missing closing )'],
    ['a{1001}', 'is no regular expression', 'repeat count'],
    ['((a{100}){100}){100}', 'is no regular expression', 'repeat count'],
    ['x'.repeat(1001), '1001 characters', '1000'],
  ])('refuses %s: %s, %s', (pattern, what, instead) => {
    expect(patternFault(pattern)).toContain(what);
    expect(patternFault(pattern)).toContain(instead);
  });

  it('takes any string for what it is: a pattern that works, or a fault in words', () => {
    const pieces = fc.constantFrom(
      ...[
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '?',
        '*',
        '+',
        '|',
        '\\',
        '^',
        '$',
        '.',
        '<',
        '=',
        '!',
        '政',
        'a',
        'p',
        'k',
        '1',
        '-',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const pattern = parts.join('');
        const fault = patternFault(pattern);
        if (fault === null) compilePattern(pattern)('2023年政府工作报告');
        else expect(fault).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
