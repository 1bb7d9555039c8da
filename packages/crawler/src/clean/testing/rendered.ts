import type { Browser } from 'playwright-core';
import { renderBlocks } from '../dom/blocks.ts';
import { openPage } from '../dom/page.ts';
import { bare } from '../furniture/same-text.ts';

/** What is left out on purpose: controls, frames, struck-out text, and what stands for a picture. */
const silent =
  'noscript,template,svg,iframe,object,select,option,textarea,button,input,canvas,audio,video,del,s,strike';
/** What the scripts and linked sheets of these systems do, which are not loaded here: an account's text appears, a board's decoys go. */
const loaded =
  '#js_content{visibility:visible!important;opacity:1!important} .jammer{display:none!important}';

/** What is shifted further than this is off every screen. In pixels. */
const FAR = 400;
/** Nobody can read smaller letters. In pixels. */
const TINY = 2;

/** Letters and digits that a browser shows of a page (the body's innerText), scripts off and nothing fetched. */
export async function shownText(browser: Browser, html: string): Promise<string> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => route.abort());
    await page.setContent(`${html}<style>${loaded}</style>`, { waitUntil: 'domcontentloaded' });
    // as text: this package is compiled without the types of browsers
    const text = await page.evaluate<string>(`(() => {
      for (const element of document.querySelectorAll(${JSON.stringify(silent)})) element.remove();
      // one click opens these
      for (const details of document.querySelectorAll('details')) details.open = true;
      // innerText holds what no reader sees: words without a size or off the screen, behind a picture that shows them
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const unseen = [];
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const { fontSize, textIndent } = getComputedStyle(text.parentElement);
        if (parseFloat(fontSize) < ${TINY} || parseFloat(textIndent) < ${-FAR}) unseen.push(text);
      }
      for (const text of unseen) text.remove();
      return document.body.innerText;
    })()`);
    return bare(text);
  } finally {
    await context.close();
  }
}

/** Letters and digits of the lines that the cleaner reads of a page, before it chooses among them. */
export function readText(html: string): string {
  return bare(
    renderBlocks(openPage(html, undefined).root)
      .map((block) => block.text)
      .join('\n'),
  );
}
