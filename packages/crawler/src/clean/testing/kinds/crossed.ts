import { agencies } from './agencies.ts';
import { blogs } from './blogs.ts';
import { type KindPage, pageOf } from './page.ts';
import { marked, type Site } from './parts.ts';
import { portals } from './portals.ts';
import { notes, type Story, stories } from './texts.ts';

const sites: readonly Site[] = [...portals, ...agencies, ...blogs];
const all = Object.values(stories);
const storyOf = (i: number): Story => all[i % all.length]!;

/** Every kind in every site's template. */
export function crossedPages(): KindPage[] {
  return sites.flatMap((site, i) => {
    const story = storyOf(i);
    const body = (of: Story) => marked(of.paragraphs.map(site.paragraph).join('\n'));
    const others = [storyOf(i + 1), storyOf(i + 2), storyOf(i + 3)];
    const writer = story.author;
    const lead = story.paragraphs.slice(0, 3).map(site.paragraph).join('\n');
    const rest = story.paragraphs.slice(3).map(site.paragraph).join('\n');
    const brief = { ...story, paragraphs: story.paragraphs.slice(0, 2) };
    const note = { ...notes[i % notes.length]!, author: writer };
    return [
      pageOf('plain', site, { story, body: body(story) }),
      pageOf('short', site, { story: note, body: body(note) }),
      pageOf('endless', site, { story: brief, body: body(brief), more: others }),
      pageOf('title', site, { story, body: body(story), headTitle: bareName(site) }),
      pageOf('parts', site, { story, body: marked(`${lead}${structure}${rest}`) }),
      pageOf('caption', site, {
        story,
        body: `${marked(lead)}${pictures[i % pictures.length]}${marked(rest)}`,
      }),
      pageOf('repeated', site, { story, body: `${site.paragraph(story.title)}${body(story)}` }),
      pageOf(
        'signature',
        site,
        { story, body: signed(lead + rest, site.paragraph(signatures[i % signatures.length]!(writer))) },
        { author: writer },
      ),
    ];
  });
}

/** A line that names the author by its label is a credit; names in brackets are part of the text. */
const signed = (text: string, signature: string): string =>
  signature.includes('作者') ? marked(text) + signature : marked(text + signature);

/** What a site calls itself, without the marks that part it from a title. */
const bareName = (site: Site): string => site.siteName.split(/[_\-|\s]+/).at(-1) || '江岸笔记';

const structure = `<h2>一、几点做法</h2><ul><li>先易后难，分段施工</li><li>早晚错峰，减少扰民</li></ul>
<h3>数据</h3><table border="1"><tr><th>路段</th><th>长度</th></tr><tr><td>东港段</td><td>四百米</td></tr><tr><td>西港段</td><td>八百米</td></tr></table>
<p><strong>二、下一步</strong></p>`;

const pictures = [
  '<figure><img src="/1.jpg"><figcaption>雨后的现场。资料图片</figcaption></figure>',
  '<div class="img_wrapper"><img src="/1.jpg" alt="现场"><span class="img_descr">雨后的现场。资料图片</span></div>',
  '<div class="image-package"><div class="image-container"><img src="/1.jpg"></div><div class="image-caption">雨后的现场。资料图片</div></div>',
  '<div class="pic-box"><img src="/1.jpg"></div><p class="pictext" align="center">雨后的现场。资料图片</p>',
];

const signatures = [
  (name: string) => `（${name}）`,
  (name: string) => `（文/图 ${name}）`,
  (name: string) => `（记者 ${name}）`,
  (name: string) => `（作者：${name}）`,
];
