import { describe, expect, test } from 'vitest';
import { claimsOf } from '../testing/claims-of.ts';
import { SUBJECT_RULES } from './name.ts';

describe('each rule finds the subject of its example', () => {
  test.each(SUBJECT_RULES)('$name: $example.text', ({ name, example }) => {
    const found = claimsOf(example.text).map((claim) => `${claim.rule}: ${claim.name}`);
    expect(found).toContain(`${name}: ${example.subject}`);
  });
});
