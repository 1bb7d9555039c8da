import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A text that grows: what stands before, what is repeated, what stands behind. */
export interface HostileText {
  readonly before: string;
  readonly pump: string;
  readonly behind: string;
}

/** @returns a text of about `length` characters */
export const grown = ({ before, pump, behind }: HostileText, length: number): string =>
  before + pump.repeat(Math.ceil(length / pump.length)) + behind;

/** Stands in sets that name no character of their own. */
const everyday = [...'a1 \n中,，.<"-/'];
/** Ends that make a match fail; the second stands in no pattern. */
const ends = ['', '\u0001'];
const mostChars = 8;
const mostBranches = 12;

/**
 * Texts on which the parts of a pattern match again and again and the whole does not: what each repetition takes, alone
 * and with what must stand before it, and the characters that most of its sets take.
 */
export function hostileTexts(source: string, flags: string): HostileText[] {
  const unicode = flags.includes('u');
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode });
  const examples = new Examples(ast, flags);
  const found = new Map<string, HostileText>();
  const add = (before: string, pump: string) => {
    if (pump === '') return;
    for (const behind of ends) found.set(JSON.stringify([before, pump, behind]), { before, pump, behind });
  };
  for (const char of examples.chars.slice(0, mostChars)) add('', char);
  for (const branch of ast.alternatives.slice(0, mostBranches)) {
    for (const whole of examples.of(branch.elements)) {
      add('', whole);
      add('', whole.slice(0, -1));
    }
  }
  visitRegExpAST(ast, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max <= 1) return;
      for (const taken of examples.taken(quantifier.element)) {
        add('', taken);
        for (const lead of examples.before(quantifier)) {
          add(lead, taken);
          add('', lead);
          add('', lead + taken);
        }
      }
    },
  });
  return [...found.values()];
}

class Examples {
  /** the characters of the pattern, those that most of its sets take first */
  readonly chars: readonly string[];
  readonly #flags: string;

  constructor(ast: AST.Pattern, flags: string) {
    this.#flags = flags.replace(/[gyd]/g, '');
    const sets = new Set<string>();
    const chars = new Set(everyday);
    visitRegExpAST(ast, {
      onCharacterEnter: ({ value }) => void chars.add(String.fromCodePoint(value)),
      onCharacterClassRangeEnter: ({ min }) => void chars.add(String.fromCodePoint(min.value)),
      onCharacterSetEnter: ({ raw }) => void sets.add(raw),
      onCharacterClassEnter: ({ raw }) => void sets.add(raw),
    });
    const tests = [...sets].map((raw) => new RegExp(`^(?:${raw})$`, this.#flags));
    const taken = (char: string) => tests.filter((test) => test.test(char)).length;
    this.chars = [...chars]
      .map((char) => [char, taken(char)] as const)
      .sort(([, a], [, b]) => b - a)
      .map(([char]) => char);
  }

  /** Texts that the elements match, where nothing looks around: without what may be left out, and with it. */
  of(elements: readonly AST.Element[]): string[] {
    return [...new Set([this.#all(elements, 0), this.#all(elements, 1)])];
  }

  /** What must stand before an element, out to the whole pattern, in the same two forms. */
  before(element: AST.Element): string[] {
    return [...new Set([this.#lead(element, 0), this.#lead(element, 1)])];
  }

  #lead(element: AST.Element, turns: number): string {
    let text = '';
    for (let inner: AST.Node = element; inner.parent; inner = inner.parent) {
      const { parent } = inner as AST.Node & { parent: AST.Node };
      if (parent.type !== 'Alternative') continue;
      const place = parent.elements.indexOf(inner as AST.Element);
      text = this.#all(parent.elements.slice(0, place), turns) + text;
    }
    return text;
  }

  /** What one turn of a repetition takes: an example of each branch, or several characters of a set. */
  taken(element: AST.Element): string[] {
    if (element.type === 'Group' || element.type === 'CapturingGroup')
      return element.alternatives.slice(0, mostBranches).flatMap(({ elements }) => this.of(elements));
    if (element.type === 'CharacterClass' || element.type === 'CharacterSet')
      return this.#charsOf(element.raw).slice(0, 2);
    return [this.#one(element, 1)];
  }

  #all(elements: readonly AST.Element[], turns: number): string {
    return elements.map((element) => this.#one(element, turns)).join('');
  }

  #one(element: AST.Element, turns: number): string {
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'CharacterSet':
      case 'CharacterClass':
        return this.#charsOf(element.raw)[0] ?? '';
      case 'Group':
      case 'CapturingGroup':
        return this.#all(element.alternatives[0]?.elements ?? [], turns);
      case 'Quantifier':
        return this.#one(element.element, turns).repeat(
          Math.min(Math.max(element.min, turns), element.max, 40),
        );
      default:
        return '';
    }
  }

  #charsOf(raw: string): string[] {
    const test = new RegExp(`^(?:${raw})$`, this.#flags);
    return this.chars.filter((char) => test.test(char));
  }
}
