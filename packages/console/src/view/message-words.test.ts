import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messageIn } from './message-words.ts';

const packages = fileURLToPath(new URL('../../../', import.meta.url));
/** Faults of starting, of commands and of backups: no page shows them. */
const notShown = [
  /^crawler\/src\/(discovery\/(seeds|sources?)|fetch\/warm)/,
  /^parser\/src\/lexicon/,
  /^runtime\/src\/(dataset|gold|folder-lock|mongo|redis|add-report|read-source|apply-sources)/,
  /^shared\/src\/(config|secrets|logger)/,
  /^store\/src\/(exports|maintenance|warc|embedded|mongo|archive\/(backup|key))/,
  /^console\/src\/(listen|security|testing)/,
];

/** Messages of errors that may decide about a job or a request, as the code has them; `${…}` is one word. */
function messages(): string[] {
  const said = /new (\w+Error)\(\s*(?:`((?:[^`\\$]|\\.|\$(?!\{)|\$\{[^{}`]*\})*)`|'((?:[^'\\]|\\.)*)')/g;
  const found = new Set<string>();
  for (const name of ['shared', 'crawler', 'parser', 'store', 'runtime', 'console']) {
    const root = join(packages, name, 'src');
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      if (notShown.some((path) => path.test(`${name}/src/${file}`))) continue;
      for (const [, kind, template, plain] of readFileSync(join(root, file), 'utf8').matchAll(said)) {
        const text = template ?? plain ?? '';
        // A word of its own is the name of a field, whose message follows; these classes are bugs.
        if (/^(Type|Range|Syntax|Form)Error$/.test(kind!) || !text.includes(' ')) continue;
        // `${name}: ${what a schema says}`: what schemas say is listed by itself.
        if (/^(\$\{[^{}`]*\}[:. ]*)+$/.test(text)) continue;
        found.add(text.replace(/\$\{[^{}`]*\}/g, 'X1').replace(/\\(.)/g, '$1'));
      }
    }
  }
  return [...found].sort();
}

describe('the message of an error', () => {
  it('is Chinese for a Chinese reader, whatever stands in it', () => {
    const all = messages();
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((one) => messageIn('zh', one).lang !== 'zh-CN')).toEqual([]);
  });

  it('keeps what stands in it', () => {
    const gone =
      'http://a.cn/1: the server answers 404, no such page. Open it in a browser; exclude the URL if it stays so.';
    expect(messageIn('zh', gone).text).toContain('http://a.cn/1：服务器返回 404，没有这个网页');
    expect(messageIn('en', gone)).toEqual({ text: gone, lang: 'en' });
    expect(messageIn('zh', 'There is no run r1.')).toEqual({ text: '没有运行 r1。', lang: 'zh-CN' });
  });

  it('is left in English where its kind is not known', () => {
    expect(messageIn('zh', 'Rain in the machine room.')).toEqual({
      text: 'Rain in the machine room.',
      lang: 'en',
    });
  });
});
