import type { ServerAnswer, ZhibiaoError } from '@zhibiao/shared';
import { Parser } from 'htmlparser2';
import { decode } from '../clean/charset/index.ts';
import { header } from './types.ts';

/** Headers that tell why a server refuses, and who it is. */
const told: ReadonlySet<string> = new Set([
  'content-type',
  'date',
  'location',
  'retry-after',
  'server',
  'via',
  'www-authenticate',
  'cf-ray',
  'x-cache',
  'x-powered-by',
  'x-via',
]);
const mostBytes = 16 * 1024;
const mostWords = 300;
const mostOfHeader = 200;

/** Whatever a response is, as people read it: a `Snapshot`, or an answer that is not kept. */
interface Response {
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
}

/** @param body after content decoding; its first 16 KB are read */
export function describeAnswer(response: Response, body: Uint8Array): ServerAnswer {
  const { finalUrl, status, headers } = response;
  return {
    finalUrl,
    status,
    headers: headers
      .filter(([name]) => told.has(name))
      .map(([name, value]) => [name, value.slice(0, mostOfHeader)]),
    words: firstWords(body.subarray(0, mostBytes), header(headers, 'content-type')),
  };
}

/** Notes on an error what the server had answered. @returns the error */
export function withAnswer<E>(error: E, response: Response, body: Uint8Array): E {
  (error as Partial<Pick<ZhibiaoError, 'answer'>>).answer = describeAnswer(response, body);
  return error;
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

function firstWords(body: Uint8Array, type: string | null): string {
  if (type !== null && !/text|html|xml|json/i.test(type)) return '';
  const words: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (unseen.has(name)) hidden++;
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden--;
    },
    ontext(text) {
      if (hidden === 0) words.push(text);
    },
  });
  parser.end(decode(body, type).text);
  const text = words.join(' ').replace(/\s+/gu, ' ').trim();
  return text.length > mostWords ? `${text.slice(0, mostWords).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
