/** One selector of a style sheet's rule and what the rule says of the properties that decide what a reader sees. */
export interface SheetRule {
  readonly selector: string;
  /** what an element must have to match: `#id`, `.class`, a tag or `*` */
  readonly key: string;
  /** of rules that are as specific the later one counts */
  readonly order: number;
  readonly declared: Declarations;
}

export interface Declared {
  readonly value: string;
  readonly important: boolean;
}
export type Declarations = ReadonlyMap<string, Declared>;

/** The properties that hide, strike or raise text, or take one of these back. */
const properties = new Set(
  'display visibility opacity font-size font position left right top bottom text-indent margin-left margin-top width max-width height max-height overflow overflow-x overflow-y clip clip-path transform color background background-color background-image text-decoration text-decoration-line vertical-align content-visibility'.split(
    ' ',
  ),
);

/** Sheets beyond this are not read further: a page cannot make the cleaner read without end. In rules. */
const MAX_RULES = 20_000;
/** Width of the window that media queries are asked for. In pixels. */
const WINDOW = 1280;

const comments = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g;
const strings = /"[^"\n]{0,500}"|'[^'\n]{0,500}'/g;
/** A string that holds what parts rules would be taken for their ends. */
const withoutBraces = (string: string): string => (/[{};]/.test(string) ? '""' : string);

/**
 * The rules of a page's style sheets, in order. A scan for braces and not a full parser: sheets are often larger than their
 * pages, few of their rules matter, and a faulty rule costs no more than itself.
 *
 * @param isOnPage whether the page has an element with a key: rules for others are not read
 */
export function readSheets(sheets: readonly string[], isOnPage: (key: string) => boolean): SheetRule[] {
  const rules: SheetRule[] = [];
  for (const sheet of sheets)
    readSheet(sheet.replace(comments, ' ').replace(strings, withoutBraces), rules, isOnPage);
  return rules;
}

function readSheet(css: string, rules: SheetRule[], isOnPage: (key: string) => boolean): void {
  let read = 0;
  /** for each open at-rule whether what it holds counts */
  const open: boolean[] = [];
  let from = 0;
  for (let at = nextBrace(css, 0); at >= 0 && read < MAX_RULES; at = nextBrace(css, from)) {
    const before = css
      .slice(css.lastIndexOf(';', at) < from ? from : css.lastIndexOf(';', at) + 1, at)
      .trim();
    from = at + 1;
    if (css[at] === '}') open.pop();
    else if (before.startsWith('@')) open.push((open.at(-1) ?? true) && isInForce(before));
    else {
      const end = css.indexOf('}', from);
      if (end < 0) return;
      const selectors = (open.at(-1) ?? true) ? selectorsOnPage(before, isOnPage) : [];
      if (selectors.length > 0) addRules(selectors, readInline(css.slice(from, end)), rules);
      read++;
      from = end + 1;
    }
  }
}

function nextBrace(css: string, from: number): number {
  const opening = css.indexOf('{', from);
  const closing = css.indexOf('}', from);
  return opening < 0 || closing < 0 ? Math.max(opening, closing) : Math.min(opening, closing);
}

function selectorsOnPage(
  prelude: string,
  isOnPage: (key: string) => boolean,
): { selector: string; key: string }[] {
  const found: { selector: string; key: string }[] = [];
  for (const one of prelude.includes('(') ? [prelude] : prelude.split(',')) {
    const selector = one.trim();
    if (selector === '' || !isPlain(selector)) continue;
    const key = keyOf(selector);
    if (isOnPage(key)) found.push({ selector, key });
  }
  return found;
}

function addRules(
  selectors: readonly { selector: string; key: string }[],
  declared: Declarations,
  rules: SheetRule[],
): void {
  if (declared.size === 0) return;
  for (const { selector, key } of selectors) rules.push({ selector, key, order: rules.length, declared });
}

/** The declarations of a `style` attribute or a rule that decide what a reader sees. */
export function readInline(style: string): Declarations {
  const declared = new Map<string, Declared>();
  for (const one of style.split(';')) {
    const colon = one.indexOf(':');
    if (colon < 0) continue;
    const name = one.slice(0, colon).trim().toLowerCase();
    if (!properties.has(name)) continue;
    const said = one.slice(colon + 1).toLowerCase();
    const important = said.includes('!');
    if (declared.get(name)?.important && !important) continue;
    declared.set(name, { value: said.replace(/!.*$/s, '').trim(), important });
  }
  return declared;
}

const structural =
  /:(?!(?:not|is|where|matches|root|empty|(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type))\b)/;

/** What holds on a page that nobody touches: no `:hover`, no `::before`. */
const isPlain = (selector: string): boolean =>
  !selector.includes(':') || !structural.test(selector.replace(/\\./g, ''));

const id = /#((?:[\w-]|[^\0-\x7f]|\\.)+)/;
const className = /\.((?:[\w-]|[^\0-\x7f]|\\.)+)/;

/** `.name` and `#name`: what most selectors are. */
const oneName = /^[.#][\w-]+$/;

/** The narrowest thing that the last compound of a selector asks for. */
function keyOf(selector: string): string {
  if (oneName.test(selector)) return selector;
  const bare = selector.replace(/\[[^\][]*\]|:[\w-]+(?:\([^()]*\))?/g, '');
  // a list in parentheses is not taken apart
  if (bare.includes(',')) return '*';
  const last = bare.trim().match(/(?<![^\s>+~])[^\s>+~]*$/)?.[0] ?? '';
  const unescaped = (name: string) => name.replace(/\\/g, '');
  const byId = id.exec(last)?.[1];
  if (byId !== undefined) return `#${unescaped(byId)}`;
  const byClass = className.exec(last)?.[1];
  if (byClass !== undefined) return `.${unescaped(byClass)}`;
  return last.toLowerCase() || '*';
}

/** Whether the rules inside an at-rule count on a desktop's screen. */
function isInForce(prelude: string): boolean {
  if (/^@(supports|layer|scope)\b/i.test(prelude)) return true;
  return /^@media\b/i.test(prelude) && isScreen(prelude.slice('@media'.length));
}

/** Whether a media query holds on a screen of {@link WINDOW} pixels. */
export function isScreen(query: string): boolean {
  return query
    .toLowerCase()
    .split(',')
    .some((one) => {
      if (/\b(print|speech|aural|braille|tv|handheld)\b/.test(one)) return /\bnot\b/.test(one);
      if (/prefers-|forced-colors|inverted-colors|orientation:\s*portrait|hover:\s*none/.test(one))
        return false;
      const bound = (side: string) =>
        Number(one.match(new RegExp(`${side}-(?:device-)?width:\\s*(\\d+)`))?.[1]);
      const [most, least] = [bound('max'), bound('min')];
      return !(most < WINDOW) && !(least > WINDOW);
    });
}
