import { present } from '@zhibiao/shared';
import type { MetaRules, NameCues } from '../rules/schema.ts';

/** Finds who wrote the text, in the lines around it (`near`: header, then footer) and in the text's own first and last lines. */
export function findAuthor(near: readonly string[], text: readonly string[], meta: MetaRules): string {
  const ends = [...text.slice(0, 6), ...text.slice(-6)];
  for (const line of [...near, ...ends.filter((l) => l.length < 80)]) {
    const name = afterCue(line, meta.authorCues, meta);
    if (name) return name;
  }
  for (const line of [...near, ...text.slice(0, 3), ...text.slice(-CREDITS).reverse()]) {
    const name = byline(line, meta);
    if (name) return name;
  }
  return '';
}

/** Names of those who checked a text may stand behind who wrote it. In lines. */
const CREDITS = 6;

/** Who wrote it where the page tells the writer (原作者) from who put the text there; '' where it does not. */
export function findWriter(near: readonly string[], meta: MetaRules): string {
  for (const line of near) {
    const name = afterCue(line, meta.writerCues, meta);
    if (name) return name;
  }
  return '';
}

/** Who edited it, by the lines above the text: named as its author only where nobody else is. */
export function findEditor(above: readonly string[], meta: MetaRules): string {
  for (const line of above) {
    const name = afterCue(line, meta.editorCues, meta);
    if (name && !meta.siteNames.test(name)) return name;
  }
  return '';
}

/** The office that issued a document (发文机关), as the table above it names it; '' where it does not. */
export function findIssuer(near: readonly string[], { issuerCues, nameEnds, notAuthors }: MetaRules): string {
  for (const line of near) {
    if (!issuerCues.label.test(line)) continue;
    const rest = line.slice(line.search(issuerCues.label)).replace(issuerCues.leading, '');
    const name = rest.match(/^\p{Script=Han}{4,40}/u)?.[0].replace(nameEnds, '') ?? '';
    if (name.length >= 4 && !notAuthors.test(name)) return name;
  }
  return '';
}

/** Who signed the text: names in brackets, alone or behind the last sentence; '' where nobody did. */
export function findSignature(text: readonly string[], { surnames }: MetaRules): string {
  for (const line of text.slice(-SIGNED_WITHIN).reverse()) {
    const names = signature.exec(line)?.[1]?.split(/[、，,\s　]+/) ?? [];
    if (names.length > 0 && names.every((name) => isName(name, surnames))) return names.join(' ');
  }
  return '';
}

const SIGNED_WITHIN = 3;
const signature =
  /(?:^|[。！？”])\s*[(（]\s*(\p{Script=Han}{2,4}(?:[、，,\s　]+\p{Script=Han}{2,4}){0,3})\s*[)）]\s*$/u;
/** Words in brackets that begin like a name: 完, 全文完, 原题, 资料图. */
const isName = (word: string, surnames: string): boolean =>
  word.length <= 3
    ? surnames.includes(present(word[0], 'the first of word')) && !/[完图题载转版市省县]$/.test(word)
    : /^(欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方)/.test(word);

/** The publisher that the page names (来源), or null. */
export function findOrigin(near: readonly string[], meta: MetaRules): string | null {
  for (const line of near) {
    const cue = meta.originCues.exec(line);
    if (!cue) continue;
    const rest = line.slice(cue.index + cue[0].length);
    const name = rest.match(/^[^\s|｜，。；:：\]】()（）]{2,30}/)?.[0];
    if (name && !/^\d/.test(name) && !/^(https?|www)/.test(name))
      return knownOrigin(name.replace(/(?:作者|(?<=.{2})记者|(?<=.{2})通讯员)[\s\S]*/, ''), meta);
  }
  return null;
}

function knownOrigin(said: string, meta: MetaRules): string | null {
  const name = said.replace(meta.nameEnds, '');
  return name === '' || meta.notOrigins.test(said) ? null : name;
}

/** A name that a meta, a selector or a cue gave; '' where it is none. */
export function asName(raw: string | undefined, meta: MetaRules): string {
  if (!raw) return '';
  const name = raw
    .replace(
      /^(?:本报|本刊|本网|全媒体)?(?:首席|见习|实习)?(?:记者|通讯员|作者)\s*(?:[:：]\s*)?(?=\p{Script=Han})/u,
      '',
    )
    // an editor's number: 王某 SF153
    .replace(/(?<=\p{Script=Han})\s+[A-Z]{1,4}\d*$/u, '')
    .replace(/^[\s:：【[(（]+/, '')
    // 周明远《人民日报》, 藍天 (lantian)
    .replace(/[《(（][\s\S]*/, '')
    .replace(/(?<![\s\]】)）|])[\s\]】)）|]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '' || name.length > 60 || meta.notAuthors.test(name) || !/\p{L}/u.test(name)) return '';
  return name;
}

function afterCue(line: string, cues: NameCues, meta: MetaRules): string {
  if (!cues.label.test(line)) return '';
  for (const match of line.matchAll(cues.withNames)) {
    const parts = match[0].replace(cues.leading, '').split(/[、，,/&　]|(?<! ) +(?=\p{Script=Han})/u);
    const kept: string[] = [];
    for (const part of parts) {
      const name = part.replace(meta.nameEnds, '').trim();
      if (name.length !== part.trim().length && name === '') break;
      const plain = asName(name, meta);
      // 作者：某某，某某网经授权发布: what a label ends behind a comma is no name
      const isPerson = /^\p{Script=Han}{2,4}$/u.test(name) && !meta.siteNames.test(name);
      if (kept.length > 0 && name.length !== part.trim().length && !isPerson) break;
      if (plain) kept.push(plain);
      if (name.length !== part.trim().length) break;
    }
    const names = kept.filter((name) => !meta.affiliations.test(name));
    if (kept.length > 0) return (names.length > 0 ? names : kept).join(' ');
  }
  return '';
}

function byline(line: string, meta: MetaRules): string {
  const name = meta.bylines
    .exec(line)
    ?.slice(1)
    .find((g) => g !== undefined);
  return name === undefined
    ? ''
    : asName(name.replace(/(?:通讯员|报道|摄影|摄|文)[\s\S]*/u, '').trim(), meta);
}
