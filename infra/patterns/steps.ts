import type { Program } from './program.ts';

export interface Counted {
  /** what a backtracking engine tries; `limit` where it was stopped */
  readonly steps: number;
  /** start and end of each match */
  readonly matches: readonly (readonly [number, number])[];
}

interface State {
  steps: number;
  readonly limit: number;
}

/** Every match of a text, as `matchAll` finds them, and how many steps that takes. */
export function count(program: Program, text: string, limit: number): Counted {
  const state: State = { steps: 0, limit };
  const matches: [number, number][] = [];
  for (let at = 0; at <= text.length && state.steps < limit; ) {
    const slots = new Int32Array(program.slots).fill(-1);
    const end = run(program, text, at, slots, state);
    if (end === null) at += 1;
    else {
      matches.push([at, end]);
      at = end === at ? at + 1 : end;
    }
  }
  return { steps: Math.min(state.steps, limit), matches };
}

/** @returns where a match from `from` ends, or null; `slots` hold the groups and loops of the match */
function run(program: Program, text: string, from: number, slots: Int32Array, state: State): number | null {
  const { code } = program;
  /** place, position and, for a slot that is put back, its number and value */
  const open: number[] = [];
  let place = 0;
  let at = from;
  for (;;) {
    if (place === code.length) return at;
    if (++state.steps >= state.limit) return null;
    const step = code[place]!;
    let holds = true;
    switch (step.op) {
      case 'char': {
        const next = step.back ? at - 1 : at;
        holds = next >= 0 && next < text.length && step.test(text[next]!);
        at += step.back ? -1 : 1;
        break;
      }
      case 'edge':
        holds = step.holds(text, at);
        break;
      case 'split':
        open.push(step.second, at, -1, 0);
        place = step.first - 1;
        break;
      case 'jump':
        place = step.to - 1;
        break;
      case 'save':
        open.push(-1, 0, step.slot, slots[step.slot]!);
        slots[step.slot] = at;
        break;
      case 'clear':
        if (slots[step.slot] !== -1) open.push(-1, 0, step.slot, slots[step.slot]!);
        slots[step.slot] = -1;
        break;
      case 'moved':
        holds = slots[step.slot] !== at;
        break;
      case 'repeat': {
        const [start, end] = [slots[step.group]!, slots[step.group + 1]!];
        const said = start < 0 || end < 0 ? '' : text.slice(start, end);
        const next = step.back ? at - said.length : at;
        holds = text.startsWith(said, next) && next >= 0;
        at = step.back ? next : next + said.length;
        state.steps += said.length;
        break;
      }
      case 'look': {
        const kept = slots.slice();
        holds = (run(step.program, text, at, slots, state) !== null) !== step.negate;
        if (step.negate || !holds) slots.set(kept);
        else for (let i = 0; i < slots.length; i++) if (slots[i] !== kept[i]) open.push(-1, 0, i, kept[i]!);
        break;
      }
    }
    if (holds) {
      place += 1;
      continue;
    }
    for (;;) {
      if (open.length === 0) return null;
      const value = open.pop()!;
      const slot = open.pop()!;
      const position = open.pop()!;
      const back = open.pop()!;
      if (slot >= 0) slots[slot] = value;
      else {
        place = back;
        at = position;
        break;
      }
    }
  }
}
