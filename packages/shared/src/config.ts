import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from './errors.ts';
import { present } from './present.ts';
import { withoutPassword } from './without-password.ts';

interface Setting<S extends z.ZodType> {
  readonly variables: readonly string[];
  readonly schema: S;
  readonly about: string;
}
const setting = <S extends z.ZodType>(variables: string[], schema: S, about: string): Setting<S> => ({
  variables,
  schema,
  about,
});

/** As the store's place: a private MongoDB, started where it is needed. */
export const privateMongo = 'mongodb';

/** A folder, or a database's address: another scheme would become a folder of that name. */
const Place = z
  .string()
  .refine((s) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(s) || /^mongodb(\+srv)?:\/\//.test(s), {
    error: 'it is neither a folder nor a mongodb:// address',
  });

/** Every environment variable that Zhibiao reads. The first that is set wins. The reference of settings is made from this table. */
export const settings = {
  redisUrl: setting(
    ['ZHIBIAO_REDIS_URL', 'REDIS_URL'],
    z
      .string()
      .regex(/^(rediss?:\/\/|\/)/, 'it is no redis:// or rediss:// address')
      .refine((s) => s.startsWith('/') || URL.canParse(s), 'it is no address')
      .optional(),
    'Redis to use instead of a private one',
  ),
  store: setting(
    ['ZHIBIAO_STORE', 'MONGODB_URL'],
    Place.default('.zhibiao/store'),
    'mongodb://…, or a directory for the embedded store, or mongodb alone: a private server is started as Redis is',
  ),
  archive: setting(
    ['ZHIBIAO_ARCHIVE'],
    Place.default('.zhibiao/archive'),
    'directory of the blob archive, or mongodb://… for several machines',
  ),
  dataDir: setting(
    ['ZHIBIAO_DATA'],
    z.string().default('.zhibiao'),
    'folder of a private Redis and locks, and of the store and the archive where these are not set',
  ),
  seedsDir: setting(['ZHIBIAO_SEEDS'], z.string().default('seeds'), 'folder of the source definitions'),
  lexiconDir: setting(['ZHIBIAO_LEXICON'], z.string().optional(), 'folder with further lexicon files'),
  host: setting(['ZHIBIAO_HOST'], z.string().default('127.0.0.1'), 'address the console listens on'),
  port: setting(
    ['ZHIBIAO_PORT'],
    z.coerce.number().int().min(0).max(65535).default(8360),
    "the console's port; 0 takes a free one",
  ),
  cors: setting(
    ['ZHIBIAO_CORS'],
    z.string().optional(),
    'origins whose pages may read the API, apart by commas, or *; none where it is not set',
  ),
  token: setting(
    ['ZHIBIAO_TOKEN'],
    z.string().min(16).optional(),
    'console password; required off the loopback address',
  ),
  readToken: setting(
    ['ZHIBIAO_READ_TOKEN'],
    z.string().min(16).optional(),
    'second token, which only reads the API and the feeds',
  ),
  tokenFile: setting(
    ['ZHIBIAO_TOKEN_FILE'],
    z.string().optional(),
    'file with the token, on its second line the read-only one; read again when it changes',
  ),
  logLevel: setting(
    ['ZHIBIAO_LOG_LEVEL'],
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    'how much is logged',
  ),
  userAgentContact: setting(
    ['ZHIBIAO_CONTACT'],
    z.string().default('no contact given'),
    'contact in the user agent: an address or URL of whoever crawls',
  ),
  allowHosts: setting(
    ['ZHIBIAO_ALLOW_HOSTS'],
    z
      .string()
      .default('')
      .transform((s) =>
        s
          .split(',')
          .map((h) => h.trim())
          .filter(Boolean),
      ),
    'host:port list that may be reached although private (intranets)',
  ),
  chromium: setting(['ZHIBIAO_CHROMIUM'], z.string().optional(), 'path of a Chromium for rendered pages'),
  shutdownMs: setting(
    ['ZHIBIAO_SHUTDOWN_MS'],
    z.coerce.number().int().min(100).default(15_000),
    'how long workers may take to stop',
  ),
  otlpEndpoint: setting(
    ['OTEL_EXPORTER_OTLP_ENDPOINT'],
    z.url({ protocol: /^https?$/ }).optional(),
    'OpenTelemetry collector that workers send traces to (OTLP over HTTP); none where unset',
  ),
  hangMs: setting(
    ['ZHIBIAO_HANG_MS'],
    z.coerce.number().int().min(500).optional(),
    "how long a worker's event loop may not answer before the process is killed; its queue's time limit where unset",
  ),
  queuePrefix: setting(['ZHIBIAO_QUEUE_PREFIX'], z.string().default('zhibiao'), 'prefix of all Redis keys'),
} as const;

export type Config = { readonly [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };

/** Settings whose values no message shows. */
const secrets: ReadonlySet<string> = new Set<keyof typeof settings>(['token', 'readToken']);

/** The folders that lie in the data folder unless they are set. */
const inDataDir = { store: 'store', archive: 'archive' } as const;

/**
 * Reads the environment once; an empty variable counts as unset.
 * @throws UsageError that names the variable, its value's fault and what it is for
 * @example
 * ```ts
 * import { readConfig } from '@zhibiao/shared';
 * readConfig({ ZHIBIAO_LOG_LEVEL: 'debug' }).logLevel; // → 'debug'
 * ```
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = ({ variables }: Setting<z.ZodType>) =>
    variables.find((v) => env[v] !== undefined && env[v] !== '');
  const entries = Object.entries(settings).map(([key, entry]) => {
    const { variables, schema, about } = entry;
    const variable = set(entry);
    const result = (schema as z.ZodType).safeParse(variable ? env[variable] : undefined);
    if (!result.success) {
      const fault = result.error.issues[0]?.message ?? 'it does not fit';
      const name = variable ?? present(variables[0], 'the variable of a setting');
      const value = secrets.has(key) ? '' : `=${withoutPassword(env[name] ?? '')}`;
      throw new UsageError(
        `${name}${value} is not valid: ${fault}. (${name}: ${about}.) Change or unset it.`,
        name,
      );
    }
    return [key, result.data];
  });
  const config = Object.fromEntries(entries);
  for (const [key, folder] of Object.entries(inDataDir) as [keyof typeof inDataDir, string][])
    if (!set(settings[key])) config[key] = join(config.dataDir, folder);
  return Object.freeze(config) as Config;
}
