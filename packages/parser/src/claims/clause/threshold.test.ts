import { describe, expect, test } from 'vitest';
import { QuantityScanner } from '../../quantities/scan.ts';
import { splitSentences } from '../../text/sentences.ts';
import { ownLexicon, toolsFor } from '../../tools.ts';
import { lanesOf } from './brackets.ts';
import { readSlots } from './slots.ts';
import { THRESHOLD_RULES, thresholdOf } from './threshold.ts';

/** The rule that the quantity between 【】 falls under. */
function firedOn(example: string): string | null {
  const at = example.indexOf('【');
  const end = example.indexOf('】') - 1;
  const text = example.replace(/[【】]/g, '');
  const quantities = new QuantityScanner(ownLexicon()).scan(text);
  const [sentence] = splitSentences(text);
  for (const lane of lanesOf(text, sentence!, quantities)) {
    const slots = readSlots(text, lane, lane.quantities, toolsFor(ownLexicon()).grammar);
    const index = slots.findIndex(({ quantity }) => quantity.start === at && quantity.end === end);
    if (index >= 0) return thresholdOf(slots[index]!, slots[index + 1])?.name ?? null;
  }
  throw new Error(`no quantity is read where the example marks one: ${example}`);
}

describe('each rule fires on its example', () => {
  test.each(THRESHOLD_RULES)('$name: $example', ({ name, example }) => expect(firedOn(example)).toBe(name));
});
