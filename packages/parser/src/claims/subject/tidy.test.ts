import { expect, test } from 'vitest';
import { ownLexicon, toolsFor } from '../../tools.ts';
import { TIDY_RULES } from './tidy.ts';

const { grammar } = toolsFor(ownLexicon());

test.each(TIDY_RULES)('$name: $example.name', ({ example, tidy }) => {
  expect(tidy(example.name, { measure: example.measure ?? 'level', grammar })).toBe(example.tidied);
});
