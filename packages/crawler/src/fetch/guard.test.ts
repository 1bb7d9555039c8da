import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ForbiddenAddressError, UnsupportedUrlError } from './errors.ts';
import { createFetcher, type Fetcher } from './fetcher.ts';
import type { Resolver } from './resolver.ts';
import { startBadServer } from './testing/bad-server.ts';

let server: Awaited<ReturnType<typeof startBadServer>>;
let port: string;
const open: Fetcher[] = [];
const fetcherWith = (resolver?: Resolver) => {
  const fetcher = createFetcher({ userAgent: 'test', resolver, limits: { timeoutMs: 3_000 } });
  open.push(fetcher);
  return fetcher;
};

beforeAll(async () => {
  server = await startBadServer();
  port = server.host.split(':')[1]!;
});
afterAll(() => server.close());
afterEach(() => Promise.all(open.splice(0).map((fetcher) => fetcher.close())));

describe('an address that a crawler must not reach', () => {
  test.each([
    'http://127.0.0.1:PORT/good',
    'http://localhost:PORT/good',
    'http://[::1]:PORT/good',
    'http://[::ffff:127.0.0.1]:PORT/good',
    'http://[::127.0.0.1]:PORT/good',
    'http://0.0.0.0:PORT/good',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('%s', async (url) => {
    const asked = server.log.requests.length;
    await expect(fetcherWith().fetch({ url: url.replace('PORT', port) })).rejects.toBeInstanceOf(
      ForbiddenAddressError,
    );
    expect(server.log.requests).toHaveLength(asked);
  });

  test.each([
    'http://2130706433:PORT/good',
    'http://0x7f.1:PORT/good',
    'http://0177.0.0.1:PORT/good',
    'http://127.1:PORT/good',
    'http://134744072/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'data:text/html,x',
    'javascript:alert(1)',
    'http://user:password@example.com/',
    'nonsense',
  ])('%s', async (url) => {
    await expect(fetcherWith().fetch({ url: url.replace('PORT', port) })).rejects.toBeInstanceOf(
      UnsupportedUrlError,
    );
  });

  test('by a redirect', async () => {
    const other = await startBadServer();
    const url = server.url(`/redirect?to=${encodeURIComponent(other.url('/good'))}`);
    const failure = fetcherWith().fetch({ url, allowHosts: [server.host] });
    await expect(failure).rejects.toBeInstanceOf(ForbiddenAddressError);
    await expect(failure).rejects.toThrow(other.host);
    await expect(failure).rejects.toMatchObject({ input: url });
    expect(other.log.requests).toEqual([]);
    await other.close();
  });

  test.each(['file:///etc/passwd', 'http://[::1', 'http://a@example.com/'])(
    'by a redirect to %s',
    async (to) => {
      const url = server.url(`/redirect?to=${encodeURIComponent(to)}`);
      await expect(fetcherWith().fetch({ url, allowHosts: [server.host] })).rejects.toBeInstanceOf(
        UnsupportedUrlError,
      );
    },
  );

  test('by a name', async () => {
    const fetcher = fetcherWith(async () => [{ address: '127.0.0.1', family: 4 }]);
    const failure = fetcher.fetch({ url: `http://news.example:${port}/good` });
    await expect(failure).rejects.toBeInstanceOf(ForbiddenAddressError);
    await expect(failure).rejects.toThrow(
      `http://news.example:${port}/good: news.example:${port} is 127.0.0.1`,
    );
  });

  test('by a name that changes its address after the check', async () => {
    const asked = server.log.requests.length;
    const answers = ['203.0.114.1', '127.0.0.1', '127.0.0.1'];
    let lookups = 0;
    const fetcher = fetcherWith(async () => [{ address: answers[lookups++] ?? '127.0.0.1', family: 4 }]);
    const url = `http://rebinding.example:${port}/good`;
    await fetcher.fetch({ url, timeoutMs: 300 }).catch(() => {});
    // One lookup a connection: what was checked is what is connected to.
    expect(lookups).toBe(1);
    await expect(fetcher.fetch({ url })).rejects.toBeInstanceOf(ForbiddenAddressError);
    expect(server.log.requests).toHaveLength(asked);
  });

  test('by a name that has a public and a private address', async () => {
    const asked = server.log.requests.length;
    const fetcher = fetcherWith(async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '203.0.114.1', family: 4 },
    ]);
    await fetcher.fetch({ url: `http://both.example:${port}/good`, timeoutMs: 500 }).catch(() => {});
    expect(server.log.requests).toHaveLength(asked);
  });

  test("over another request's open connection", async () => {
    const fetcher = fetcherWith();
    await fetcher.fetch({ url: server.url('/good'), allowHosts: [server.host] });
    await expect(fetcher.fetch({ url: server.url('/good') })).rejects.toBeInstanceOf(ForbiddenAddressError);
    const named = fetcherWith(async () => [{ address: '127.0.0.1', family: 4 }]);
    const url = `http://intranet.example:${port}/good`;
    await named.fetch({ url, allowHosts: [`intranet.example:${port}`] });
    await expect(named.fetch({ url })).rejects.toBeInstanceOf(ForbiddenAddressError);
  });

  test('an allow-list names one port of one host', async () => {
    const failure = fetcherWith().fetch({
      url: server.url('/good'),
      allowHosts: ['127.0.0.1:1', '127.0.0.1'],
    });
    await expect(failure).rejects.toBeInstanceOf(ForbiddenAddressError);
  });
});
