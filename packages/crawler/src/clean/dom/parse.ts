import { present } from '@zhibiao/shared';
import { Document, Element, type ParentNode, Text } from 'domhandler';
import { type Handler, Parser } from 'htmlparser2';
import { type ScriptedPager, scriptedPager, unwrapRecords } from './scripted.ts';
import { stripScripts } from './strip-scripts.ts';

/** Deeper elements become siblings at this depth, as browsers do it at 512: no page can make the tree a well. */
const MAX_DEPTH = 400;
const SLASH = 0x2f;

/** A tree without scripts and styles, and the structured data that was found on the way. */
export interface ParsedPage {
  root: Document;
  /** contents of `<script type="application/ld+json">` */
  jsonLd: string[];
  /** characters of script code, for recognising shells */
  scriptChars: number;
  /** whole documents that stand one behind the other: one, or a fault of the page */
  documents: number;
  /** the texts of `<style>` elements that count on a screen */
  styles: string[];
  /** a pager that only a script would show, or null */
  scriptedPager: ScriptedPager | null;
  /** the comment in which newspaper systems of Founder keep an article's fields, or null */
  enpProperty: string | null;
}

/**
 * Parses with htmlparser2. Its element stack is an array that is shifted at its head, so a page of 100,000 nested
 * elements would take it seconds: here elements beyond {@link MAX_DEPTH} are treated as void and their end tags ignored.
 */
export function parseHtml(source: string): ParsedPage {
  const root = new Document([]);
  const { html: stripped, scriptChars, styles } = stripScripts(unwrapRecords(source));
  const { html, documents } = oneDocument(stripped);
  const page: ParsedPage = {
    root,
    jsonLd: [],
    scriptChars,
    styles,
    documents,
    scriptedPager: scriptedPager(source),
    enpProperty: null,
  };
  const stack: ParentNode[] = [root];
  let lastText: Text | null = null;
  let raw: string | null = null;
  let script = '';

  const append = (node: Element | Text): void => {
    const parent = present(stack[stack.length - 1], 'the last of stack');
    const last = parent.children[parent.children.length - 1] ?? null;
    node.parent = parent;
    node.prev = last;
    if (last) last.next = node;
    parent.children.push(node);
  };

  const parser = new BoundedParser(
    {
      onopentag(name, attributes) {
        lastText = null;
        if (name === 'script' || name === 'style') {
          raw = name === 'script' && /ld\+json/i.test(attributes.type ?? '') ? 'json' : name;
          script = '';
          return;
        }
        const element = new Element(name, attributes);
        append(element);
        stack.push(element);
      },
      onclosetag(name) {
        lastText = null;
        if (raw !== null && (name === 'script' || name === 'style')) {
          if (raw === 'json') page.jsonLd.push(script);
          raw = null;
          return;
        }
        if (stack.length > 1) stack.pop();
      },
      oncomment(data) {
        if (data.startsWith('enpproperty') && page.enpProperty === null) page.enpProperty = data;
      },
      ontext(data) {
        if (raw !== null) {
          if (raw === 'json') script += data;
          else if (raw === 'script') page.scriptChars += data.length;
          return;
        }
        if (lastText) lastText.data += data;
        else {
          lastText = new Text(data);
          append(lastText);
        }
      },
    },
    html,
  );
  parser.end(html);
  return page;
}

/** The tags of a document; comments hold some for old browsers. */
const documentTag = /<!--(?:[\s\S]*?-->|[\s\S]*$)|<(\/?)(html|head|body)(?=[\s>/])[^>]*(?:>|$)/gi;

/**
 * The end of a body or a document ends nothing, and its second beginning begins nothing: browsers go on inside the elements
 * that are open.
 */
function oneDocument(html: string): { html: string; documents: number } {
  const seen = new Set<string>();
  let documents = 0;
  const joined = html.replace(documentTag, (tag, end: string | undefined, name: string | undefined) => {
    if (name === undefined) return tag;
    const key = name.toLowerCase();
    if (end) return key === 'head' ? tag : '';
    if (key === 'html') documents++;
    if (seen.has(key)) return '';
    seen.add(key);
    return tag;
  });
  return { html: joined, documents };
}

/** Counts the open elements and treats those beyond the limit as void; their end tags are swallowed one for one. */
class BoundedParser extends Parser {
  readonly #html: string;
  #depth = 0;
  readonly #swallowed = new Map<string, number>();
  /** what was answered when the tag's name was read; asked again at its end, when the depth has changed */
  #answer = false;
  #askedBefore = false;

  constructor(handler: Partial<Handler>, html: string) {
    super({
      ...handler,
      onopentag: (name, attributes, implied) => {
        this.#depth++;
        // a stray </br> is opened and closed without a question
        this.#askedBefore = !(name === 'br' && implied);
        handler.onopentag?.(name, attributes, implied);
      },
      onclosetag: (name, implied) => {
        this.#depth--;
        handler.onclosetag?.(name, implied);
      },
    });
    this.#html = html;
  }

  protected override isVoidElement(name: string): boolean {
    if (this.#askedBefore) {
      this.#askedBefore = false;
      return this.#answer;
    }
    if (super.isVoidElement(name)) {
      this.#answer = true;
      return true;
    }
    if (this.#depth < MAX_DEPTH && this.#swallowed.size === 0) {
      this.#answer = false;
      return false;
    }
    const pending = this.#swallowed.get(name) ?? 0;
    if (this.#html.charCodeAt(this.startIndex + 1) === SLASH) {
      if (pending > 0) this.#swallowed.set(name, pending - 1);
      this.#answer = false;
      return pending > 0;
    }
    this.#answer = this.#depth >= MAX_DEPTH;
    if (this.#answer) this.#swallowed.set(name, pending + 1);
    return this.#answer;
  }
}
