import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** One step of a backtracking engine. Places are indices of the program. */
export type Instruction =
  | { readonly op: 'char'; readonly test: (char: string) => boolean; readonly back: boolean }
  | { readonly op: 'edge'; readonly holds: (text: string, at: number) => boolean }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'clear'; readonly slot: number }
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'repeat'; readonly group: number; readonly back: boolean }
  | { readonly op: 'look'; readonly program: Program; readonly negate: boolean };

export interface Program {
  readonly code: readonly Instruction[];
  readonly slots: number;
}

/** A repetition written out takes this many copies at most: {0,400} grows no faster than {0,64}. */
const MAX_COPIES = 64;

function groupsIn(node: AST.Node): AST.CapturingGroup[] {
  const groups: AST.CapturingGroup[] = [];
  visitRegExpAST(node, { onCapturingGroupEnter: (group) => void groups.push(group) });
  return groups;
}

const isWord = (char: string | undefined) => char !== undefined && /\w/.test(char);

/** Compiles a pattern to what JavaScript's engine does with it, step by step. Characters are UTF-16 units. */
export function compile(source: string, flags: string): Program {
  const unicode = flags.includes('u');
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode });
  return new Compiler(flags).program(ast.alternatives, false);
}

class Compiler {
  readonly #flags: string;
  readonly #tests = new Map<string, (char: string) => boolean>();
  #slots = 0;
  #code: Instruction[] = [];
  readonly #groups = new Map<AST.CapturingGroup, number>();

  constructor(flags: string) {
    this.#flags = flags.replace(/[gyd]/g, '');
  }

  program(alternatives: readonly AST.Alternative[], back: boolean): Program {
    const outer = this.#code;
    this.#code = [];
    this.#alternatives(alternatives, back);
    const code = this.#code;
    this.#code = outer;
    // Slots are shared with the programs inside, which are run with the same ones.
    const compiler = this;
    return {
      code,
      get slots() {
        return compiler.#slots;
      },
    };
  }

  #alternatives(alternatives: readonly AST.Alternative[], back: boolean): void {
    const ends: { op: 'jump'; to: number }[] = [];
    alternatives.forEach((alternative, i) => {
      const isLast = i === alternatives.length - 1;
      const split = { op: 'split' as const, first: this.#code.length + 1, second: 0 };
      if (!isLast) this.#code.push(split);
      for (const element of back ? alternative.elements.toReversed() : alternative.elements)
        this.#element(element, back);
      if (isLast) return;
      const jump = { op: 'jump' as const, to: 0 };
      ends.push(jump);
      this.#code.push(jump);
      split.second = this.#code.length;
    });
    for (const jump of ends) jump.to = this.#code.length;
  }

  #element(element: AST.Element, back: boolean): void {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        this.#code.push({ op: 'char', test: this.#test(element.raw), back });
        return;
      case 'Group':
        this.#alternatives(element.alternatives, back);
        return;
      case 'CapturingGroup': {
        const group = this.#slotsOf(element);
        this.#code.push({ op: 'save', slot: group + (back ? 1 : 0) });
        this.#alternatives(element.alternatives, back);
        this.#code.push({ op: 'save', slot: group + (back ? 0 : 1) });
        return;
      }
      case 'Backreference': {
        const [resolved] = [element.resolved].flat();
        this.#code.push({ op: 'repeat', group: this.#slotsOf(resolved as AST.CapturingGroup), back });
        return;
      }
      case 'Quantifier':
        this.#quantifier(element, back);
        return;
      case 'Assertion':
        this.#assertion(element);
        return;
      default:
        throw new Error(`${element.raw}: a kind of pattern that the counter does not know: ${element.type}`);
    }
  }

  #quantifier({ element, min, max, greedy }: AST.Quantifier, back: boolean): void {
    const inside = groupsIn(element);
    const once = () => {
      for (const group of inside) {
        const slot = this.#slotsOf(group);
        this.#code.push({ op: 'clear', slot }, { op: 'clear', slot: slot + 1 });
      }
      this.#element(element, back);
    };
    /** A turn that is not needed counts only where it takes something. */
    const extra = () => {
      const slot = this.#slots++;
      this.#code.push({ op: 'save', slot });
      once();
      this.#code.push({ op: 'moved', slot });
    };
    const split = (first: number, second: number) =>
      greedy
        ? { op: 'split' as const, first, second }
        : { op: 'split' as const, first: second, second: first };
    for (let i = 0; i < Math.min(min, MAX_COPIES); i++) once();
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.#code.length;
      this.#code.push({ op: 'jump', to: 0 });
      extra();
      this.#code.push({ op: 'jump', to: loop });
      this.#code[loop] = split(loop + 1, this.#code.length);
      return;
    }
    const open: number[] = [];
    for (let i = min; i < Math.min(max, min + MAX_COPIES); i++) {
      open.push(this.#code.length);
      this.#code.push({ op: 'jump', to: 0 });
      extra();
    }
    for (const at of open) this.#code[at] = split(at + 1, this.#code.length);
  }

  #assertion(element: AST.Assertion): void {
    if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
      const program = this.program(element.alternatives, element.kind === 'lookbehind');
      this.#code.push({ op: 'look', program, negate: element.negate });
      return;
    }
    const lines = this.#flags.includes('m');
    const holds =
      element.kind === 'word'
        ? (text: string, at: number) => (isWord(text[at - 1]) !== isWord(text[at])) !== element.negate
        : element.kind === 'start'
          ? (text: string, at: number) => at === 0 || (lines && /[\n\r\u2028\u2029]/.test(text[at - 1]!))
          : (text: string, at: number) =>
              at === text.length || (lines && /[\n\r\u2028\u2029]/.test(text[at]!));
    this.#code.push({ op: 'edge', holds });
  }

  #slotsOf(group: AST.CapturingGroup): number {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const slot = this.#slots;
    this.#slots += 2;
    this.#groups.set(group, slot);
    return slot;
  }

  /** Whether a set holds a character is left to JavaScript's own engine, and remembered. */
  #test(raw: string): (char: string) => boolean {
    const known = this.#tests.get(raw);
    if (known) return known;
    const expression = new RegExp(`^(?:${raw})$`, this.#flags);
    const answers = new Map<string, boolean>();
    const test = (char: string) => {
      const answer = answers.get(char) ?? expression.test(char);
      answers.set(char, answer);
      return answer;
    };
    this.#tests.set(raw, test);
    return test;
  }
}
