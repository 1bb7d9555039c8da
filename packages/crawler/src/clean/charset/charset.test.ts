import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryKind } from '../binary.ts';
import { decode } from './index.ts';

const utf8 = (s: string) => new TextEncoder().encode(s);
const hex = (s: string) => Uint8Array.from(Buffer.from(s.replace(/ /g, ''), 'hex'));
const concat = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((p) => [...p]));
const prose = '各位代表：现在，我代表市人民政府向大会作工作报告，请予审议。';
// the same sentence in GB18030
const gbProse = hex(
  'b8f7cebbb4fab1eda3bacfd6d4daa3acced2b4fab1edcad0c8cbc3f1d5fec8aecff2b4f3bbe1d7f7b9a4d7f7b1a8b8e6a3acc7ebd3e8c9f3d2e9a1a3'.replace(
    'c8ae',
    'b8ae',
  ),
);

describe('the order of reasons', () => {
  test('a byte-order mark wins over a label', () => {
    const bytes = concat(hex('efbbbf'), utf8(`<meta charset=gbk>${prose}`));
    expect(decode(bytes)).toEqual({
      text: `<meta charset=gbk>${prose}`,
      charset: { label: 'utf-8', reason: 'byte-order mark' },
    });
  });

  test('UTF-8 labelled gb2312 is read as UTF-8', () => {
    const decoded = decode(utf8(`<meta charset="gb2312">${prose}`));
    expect(decoded.text).toContain(prose);
    expect(decoded.charset).toEqual({ label: 'utf-8', reason: 'strict UTF-8, labelled gb2312' });
  });

  test('gb2312 means GB18030: 镕 and a four-byte 㐂 are read', () => {
    const bytes = concat(utf8('<meta charset="gb2312">'), hex('e946 8139ee39'), gbProse);
    const decoded = decode(bytes);
    expect(decoded.text).toContain('镕');
    expect(decoded.text).not.toContain('\ufffd');
    expect(decoded.charset).toEqual({ label: 'gb18030', reason: 'label gb2312 of the page' });
  });

  test('the header is asked before the page', () => {
    expect(
      decode(concat(utf8('<meta charset="big5">'), gbProse), 'text/html; charset=GBK').charset.reason,
    ).toBe('label GBK of the server');
  });

  test('no label at all', () => {
    expect(decode(gbProse)).toEqual({
      text: prose,
      charset: { label: 'gb18030', reason: 'most plausible reading, no label' },
    });
  });

  test("a server's default Latin-1 label is not believed", () => {
    expect(decode(gbProse, 'text/html; charset=ISO-8859-1').text).toBe(prose);
  });

  test('a label that says UTF-8 over GBK bytes is not believed', () => {
    expect(decode(concat(utf8('<meta charset="utf-8">'), gbProse)).text).toContain(prose);
  });

  test('UTF-16 without a mark', () => {
    const bytes = Uint8Array.from(
      Buffer.from(`<html><body><p class="text">${prose}</p></body></html>`, 'utf16le'),
    );
    expect(decode(bytes).text).toContain(prose);
  });

  test('a UTF-8 text cut off inside a character is still UTF-8', () => {
    expect(decode(utf8(prose).subarray(0, -1)).charset.label).toBe('utf-8');
  });
});

test('a GBK template around a UTF-8 article: each stretch is read by itself', () => {
  const bytes = concat(utf8('<meta charset="gbk"><div>'), gbProse, utf8(`</div><p>${prose}</p>`));
  const decoded = decode(bytes);
  expect(decoded.text).toBe(`<meta charset="gbk"><div>${prose}</div><p>${prose}</p>`);
  expect(decoded.charset.reason).toMatch(/^mixed: \d+% UTF-8, the rest GB18030, labelled gbk$/);
});

test('any string survives UTF-8, and any bytes are decoded without a throw', () => {
  const text = fc.string({ unit: 'binary' }).filter((s) => !s.startsWith('\ufeff'));
  fc.assert(
    fc.property(text, (s) => decode(utf8(s)).text === s),
    { examples: [['𐀀𹨀򆨀񁷀񀄀񀀀񁂀󇺀񃠀򂇀']] },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decode(bytes).text === 'string'),
  );
});

describe('UTF-16 that has lost its mark', () => {
  const text = '云岭县政府工作报告，全县地区生产总值完成一百三十亿元，比上年增长百分之五。'.repeat(3);
  const le = (s: string) => Buffer.from(s, 'utf16le');
  const be = (s: string) => Buffer.from(s, 'utf16le').swap16();
  const page = `<html><body><p>${text}</p></body></html>`;

  test.each([
    ['a page, little-endian', le(page), page, 'utf-16le'],
    ['a page, big-endian', be(page), page, 'utf-16be'],
    ['Han alone, little-endian', le(text), text, 'utf-16le'],
    ['Han alone, big-endian', be(text), text, 'utf-16be'],
  ])('%s', (_, bytes, expected, label) => {
    expect(decode(bytes)).toMatchObject({ text: expected, charset: { label } });
    expect(binaryKind(bytes)).toBeNull();
  });

  test.each([
    ['UTF-8', Buffer.from(text)],
    [
      'lower-case English',
      Buffer.from('the report of the county government says that growth was five per cent. '.repeat(3)),
    ],
    [
      'GBK',
      Buffer.from(
        'd4c6c1ebcfd8d5feb8aeb9a4d7f7b1a8b8e6a3acc8abcfd8b5d8c7f8c9fab2fad7dcd6b5cdeab3c9d2bbb0d9c8fdcaaed2dad4aa'.repeat(
          3,
        ),
        'hex',
      ),
    ],
  ])('%s is not taken for it', (_, bytes) => {
    expect(decode(bytes).charset.label).not.toMatch(/utf-16/);
  });
});
