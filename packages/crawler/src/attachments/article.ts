import type { Article } from '@zhibiao/shared';
import { textFlags } from '../clean/furniture/flags.ts';
import type { FileText } from './types.ts';

/** How many lines of a file may hold its title, and how long that is at most. */
const TITLE_WITHIN = 8;
const MAX_TITLE = 60;
const titleCue = /报告|公报|预算|规划|计划|纲要|方案|意见|通知|统计/;

/** An article out of a file. Offsets lead into the text that was read; each part names its page of the file. */
export function articleOfFile(file: FileText, url: string | undefined): Article {
  const address = url ?? file.name;
  const parts = file.pages
    .filter(({ start, end }) => end > start)
    .map(({ page, start, end }, i) => ({
      url: address,
      ordinal: i + 1,
      span: { start, end },
      page,
      attachment: address,
    }));
  return {
    ...(url === undefined ? {} : { url }),
    title: titleOf(file),
    author: '',
    publishedAt: null,
    site: '',
    text: file.text,
    family: file.kind,
    charset: { label: file.kind, reason: 'text of a file' },
    parts: parts.length > 0 ? parts : [{ url: address, ordinal: 1, attachment: address }],
    flags: [...new Set([...file.flags, ...textFlags([], file.text)])],
  };
}

/** The first short line that names what the file is, else its first short line, else the file's name. */
function titleOf({ text, name }: FileText): string {
  const lines = text.split('\n').filter(Boolean).slice(0, TITLE_WITHIN);
  const short = lines.filter((l) => l.length <= MAX_TITLE && !l.includes('\t') && !/[。；：，]$/.test(l));
  const named = short.find((l) => titleCue.test(l)) ?? short[0];
  return named ?? (name.split('/').at(-1) ?? '').replace(/\.\w{2,5}$/, '');
}
