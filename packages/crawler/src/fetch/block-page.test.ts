import { describe, expect, test } from 'vitest';
import { blockedBy, refuseBlockPage } from './block-page.ts';
import { BlockPageError } from './errors.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = (title: string, body = '<p>正文</p>') =>
  utf8(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`);
const script = (code: string) => page('', `<script>${code}</script>`);
/** 安全验证 in GBK, as a firewall in front of an old site writes it. */
const gbkTitle = Uint8Array.from([0xb0, 0xb2, 0xc8, 0xab, 0xd1, 0xe9, 0xd6, 0xa4]);

describe('an answer that a firewall wrote is recognised', () => {
  test.each<[string, number, [string, string][], Uint8Array]>([
    ['Alibaba Cloud WAF', 200, [], script(`var arg1='A1B2'; setCookie('acw_sc__v2', x)`)],
    ['Knownsec Jiasule', 521, [], script('document.cookie=("_")')],
    ['Yunsuo', 200, [], script('self.location="/?security_verify_data=313932"')],
    ['360 Wangzhanbao', 200, [], script('var wzwschallenge = 1')],
    ['Ruishu', 412, [], script(`$_ts=window['$_ts'];if(!$_ts)$_ts={}`)],
    ['Cloudflare challenge', 403, [['cf-mitigated', 'challenge']], new Uint8Array()],
    ['Cloudflare challenge page', 503, [], script('window._cf_chl_opt = {}')],
    ['SafeLine refusal', 468, [], new Uint8Array()],
    ['Discuz! defence against floods', 200, [], page('页面重载开启')],
    ['a challenge by its title', 200, [], page('访问验证')],
    ['a challenge by its title', 200, [], page('您的访问被拒绝')],
    ['a refusal sent with status 200', 200, [], page('403 Forbidden')],
    ['a refusal sent with status 200', 200, [], page('Just a moment...')],
  ])('%s, status %i', (name, status, headers, body) => {
    expect(blockedBy(status, headers, body)).toBe(name);
  });

  test('in GBK too', () => {
    const body = Buffer.concat([utf8('<title>'), gbkTitle, utf8('</title>')]);
    expect(blockedBy(200, [], body)).toBe('a challenge by its title');
  });

  test('with an error that names it', () => {
    expect(() => refuseBlockPage('http://a.example/', 200, [], page('人机验证'))).toThrow(BlockPageError);
    expect(() => refuseBlockPage('http://a.example/', 200, [], page('人机验证'))).toThrow(
      /http:\/\/a\.example\/.*200/,
    );
  });
});

test.each<[string, number, Uint8Array]>([
  ['an article about captchas', 200, page('专家谈安全验证与人机验证的发展', '<p>访问被拒绝怎么办？</p>')],
  ['an article about firewalls', 200, page('我市加强网站防火墙建设', '<p>安全狗、云锁等产品</p>')],
  ['a long page with a marker in it', 200, page('x', `acw_sc__v2${'长'.repeat(30_000)}`)],
  ["a server's plain refusal", 403, page('403 Forbidden')],
  ['an empty body', 200, new Uint8Array()],
])('%s is none', (_, status, body) => {
  expect(blockedBy(status, [], body)).toBeNull();
});
