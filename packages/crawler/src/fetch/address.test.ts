import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLiteral, checkUrl, forbiddenRange } from './address.ts';

const octets = (prefix: number[]) =>
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 4 - prefix.length, maxLength: 4 - prefix.length })
    .map((rest) => [...prefix, ...rest]);
const privateV4 = fc.oneof(
  octets([127]),
  octets([10]),
  octets([192, 168]),
  octets([169, 254]),
  octets([0]),
  fc.integer({ min: 16, max: 31 }).chain((second) => octets([172, second])),
  fc.integer({ min: 64, max: 127 }).chain((second) => octets([100, second])),
  fc.integer({ min: 224, max: 255 }).chain((first) => octets([first])),
);
const dotted = (v4: number[]) => v4.join('.');
const hex = (v4: number[]) =>
  `${((v4[0]! << 8) | v4[1]!).toString(16)}:${((v4[2]! << 8) | v4[3]!).toString(16)}`;

describe('the address decision', () => {
  test.each(['8.8.8.8', '1.1.1.1', '114.114.114.114', '223.5.5.5', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is public',
    (address) => expect(forbiddenRange(address)).toBeNull(),
  );

  test.each([
    '',
    'localhost',
    '1.2.3',
    '0x7f000001',
    '2130706433',
    '::1%eth0',
    'fe80::1%1',
    '168.63.129.16',
    '198.18.0.1',
  ])('%s is refused', (address) => expect(forbiddenRange(address)).not.toBeNull());

  test('no private IPv4 address passes', () => {
    fc.assert(fc.property(privateV4, (v4) => forbiddenRange(dotted(v4)) !== null));
  });

  test('no form of IPv6 carries an IPv4 address past it', () => {
    const forms = [
      (v4: number[]) => `::ffff:${dotted(v4)}`,
      (v4: number[]) => `::ffff:${hex(v4)}`,
      (v4: number[]) => `0:0:0:0:0:FFFF:${hex(v4)}`,
      (v4: number[]) => `::${hex(v4)}`,
      (v4: number[]) => `::ffff:0:${hex(v4)}`,
      (v4: number[]) => `64:ff9b::${hex(v4)}`,
      (v4: number[]) => `64:ff9b:1::${hex(v4)}`,
      (v4: number[]) => `2002:${hex(v4)}::1`,
      (v4: number[]) => `2001:0:${hex(v4)}::1`,
    ];
    fc.assert(
      fc.property(octets([]), fc.constantFrom(...forms), (v4, form) => forbiddenRange(form(v4)) !== null),
    );
  });

  test('outside 2000::/3 no IPv6 address passes', () => {
    const outside = fc.integer({ min: 0, max: 0xffff }).filter((first) => first >> 13 !== 1);
    const rest = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(outside, rest, (first, groups) => {
        return forbiddenRange([first, ...groups].map((group) => group.toString(16)).join(':')) !== null;
      }),
    );
  });
});

describe('a URL before any lookup', () => {
  const forms = [
    dotted,
    (v4: number[]) => String(v4.reduce((sum, octet) => sum * 256 + octet, 0)),
    (v4: number[]) => `0x${v4.map((octet) => octet.toString(16).padStart(2, '0')).join('')}`,
    (v4: number[]) => v4.map((octet) => `0${octet.toString(8)}`).join('.'),
    (v4: number[]) => v4.map((octet) => `0x${octet.toString(16)}`).join('.'),
    (v4: number[]) => `${v4[0]}.${(v4[1]! << 16) | (v4[2]! << 8) | v4[3]!}`,
    (v4: number[]) => dotted(v4).replaceAll('.', '。'),
    (v4: number[]) => dotted(v4).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    (v4: number[]) => dotted(v4).replace(/\d/g, (digit) => `%3${digit}`),
    (v4: number[]) => `${dotted(v4)}.`,
    (v4: number[]) => `[::ffff:${dotted(v4)}]`,
  ];

  test('no spelling of a private address passes', () => {
    fc.assert(
      fc.property(privateV4, fc.constantFrom(...forms), (v4, form) => {
        expect(() => checkUrl(`http://${form(v4)}/`, [])).toThrow();
      }),
    );
  });

  test('whatever passes is http(s), and a name or a public address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.ipV4().map((v4) => `http://${v4}/`),
        ),
        (input) => {
          let passed: ReturnType<typeof checkUrl>;
          try {
            passed = checkUrl(input, []);
          } catch {
            return;
          }
          expect(passed.url.protocol).toMatch(/^https?:$/);
          const literal = addressLiteral(passed.url.hostname);
          if (literal !== null) expect(forbiddenRange(literal)).toBeNull();
        },
      ),
    );
  });

  test('the allow-list opens exactly one host and port', () => {
    expect(checkUrl('http://127.0.0.1:8080/a#b', ['127.0.0.1:8080'])).toMatchObject({ trusted: true });
    expect(checkUrl('http://intranet/', ['intranet:80'])).toMatchObject({ trusted: true });
    expect(checkUrl('https://intranet/', ['intranet:80'])).toMatchObject({ trusted: false });
    expect(() => checkUrl('http://127.0.0.1:8081/', ['127.0.0.1:8080'])).toThrow(/must not reach/);
  });
});
