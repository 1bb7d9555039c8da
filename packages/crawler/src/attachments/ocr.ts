import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { present } from '@zhibiao/shared';
import { unwrap } from '../clean/furniture/unwrap.ts';
import type { Scan } from './types.ts';

/** A program that reads pictures. */
export interface Ocr {
  /** @returns the picture's text, and how sure the program is of it (0 to 1) */
  read(image: Uint8Array, signal?: AbortSignal): Promise<{ text: string; confidence: number }>;
}

/** One picture takes no longer. In milliseconds. */
const TIMEOUT = 120_000;
/** Words of a lower confidence are marks of the paper. From 0 to 100. */
const MIN_CONFIDENCE = 30;

/** @returns tesseract with its model of simplified Chinese, or null where this machine has none */
export async function findOcr(command = 'tesseract'): Promise<Ocr | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, ['--list-langs'], { timeout: 10_000 });
    return /(^|\n)chi_sim\s*(\n|$)/.test(stdout + stderr) ? tesseract(command) : null;
  } catch {
    return null;
  }
}

function tesseract(command: string): Ocr {
  return {
    read: async (image, signal) => readTsv(await run(command, image, signal)),
  };
}

function run(command: string, image: Uint8Array, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      command,
      ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '3', '-c', 'preserve_interword_spaces=1', 'tsv'],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: TIMEOUT,
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        ...(signal ? { signal } : {}),
      },
    );
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(chunks).toString('utf8'))
        : reject(new Error(`${command} ended with code ${code}`)),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(image);
  });
}

interface Word {
  text: string;
  confidence: number;
  left: number;
  right: number;
}

/** Tesseract's table: a word per row, with its place (block, paragraph, line). */
function readTsv(tsv: string): { text: string; confidence: number } {
  const lines = new Map<string, Word[]>();
  for (const row of tsv.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level, , block, paragraph, line, , left, , width, , confidence, text = ''] = cells;
    if (level !== '5' || text.trim() === '' || Number(confidence) < MIN_CONFIDENCE) continue;
    const key = [block, paragraph, line].join(' ');
    const word = {
      text: text.trim(),
      confidence: Number(confidence),
      left: Number(left),
      right: Number(left) + Number(width),
    };
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  const words = [...lines.values()].flat();
  const chars = words.reduce((n, w) => n + w.text.length, 0);
  const confidence = words.reduce((n, w) => n + w.confidence * w.text.length, 0) / (chars || 1) / 100;
  return { text: unwrap(joinLines([...lines])), confidence };
}

/** Lines of one paragraph that fill its width go on in the next. */
function joinLines(lines: [string, Word[]][]): string {
  const rights = lines.map(([, words]) => present(words.at(-1), 'the last of words').right);
  const edge = Math.max(...rights, 0);
  return lines.reduce((out, [, words], i) => {
    const text = words
      .map((w) => w.text)
      .join(' ')
      .replace(betweenHan, '');
    if (i === 0) return text;
    const isFull =
      present(rights[i - 1], 'the one before in rights') > edge * 0.93 && !/[。！？；：]$/.test(out);
    return out + (isFull && !headed.test(text) ? '' : '\n\n') + text;
  }, '');
}

const betweenHan = /(?<=[\u3000-\u9fff\uff00-\uffef\d%.,]) +(?=[\u3000-\u9fff\uff00-\uffef\d%.,])/g;
const headed = /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/** Reads scans one after the other. */
export async function readScans(scans: readonly Scan[], ocr: Ocr, signal?: AbortSignal) {
  const read = [];
  for (const { name, page, image } of scans) read.push({ name, page, ...(await ocr.read(image, signal)) });
  return read;
}
