import { expect, it } from 'vitest';
import { literalsOf } from './collect.ts';

/**
 * Files of the parser whose regular expressions still hold Chinese words, with why. Words belong in data/patterns (shapes)
 * and data/lexicon (lists), where they are read and corrected without code. Take a file off this list when its words have
 * moved; put none on it.
 */
const STILL_IN_CODE: Readonly<Record<string, readonly string[]>> = {
  'how numbers, lines and dates are written: characters of the script, no vocabulary': [
    'text/lines',
    'text/sentences',
    'quantities/build',
    'quantities/doubling',
    'quantities/hanzi',
    'quantities/ranks',
    'quantities/signs',
    'reports/identity/redacted',
    'gazetteer/mentions',
    'gazetteer/names',
    'gazetteer/places',
  ],
  'to be moved: the frame of a report': [
    'reports/flags',
    'reports/identity/calendar',
    'reports/identity/communique',
    'reports/identity/communique-title',
    'reports/identity/genre',
    'reports/identity/region-body',
    'reports/identity/region-head',
    'reports/identity/title',
    'reports/identity/year-head',
    'reports/layout/headings',
    'reports/layout/openings',
    'reports/layout/tail',
    'reports/time/communique-roles',
    'reports/time/expressions',
    'reports/time/role-stretches',
    'reports/time/roles',
  ],
  'to be moved: clauses and subjects': [
    'claims/clause/between',
    'claims/clause/capacity',
    'claims/clause/compared',
    'claims/clause/coordination',
    'claims/clause/measure',
    'claims/clause/phrase',
    'claims/clause/predicate',
    'claims/clause/rank',
    'claims/clause/slots',
    'claims/clause/steps',
    'claims/clause/threshold',
    'claims/clause/topic',
    'claims/lane',
    'claims/slot',
    'claims/statement',
    'claims/subject/behind',
    'claims/subject/brackets',
    'claims/subject/contribution',
    'claims/subject/direct',
    'claims/subject/elided',
    'claims/subject/headed',
    'claims/subject/limited',
    'claims/subject/of-one-owner',
    'claims/subject/parallel',
    'claims/subject/part',
    'claims/subject/postposed',
    'claims/subject/praise',
    'claims/subject/predicate-fit',
    'claims/subject/qualified',
    'claims/subject/ratio',
    'claims/subject/said-of-each',
    'claims/subject/setting',
    'claims/subject/shared',
    'claims/subject/treated',
  ],
  'to be moved: what is checked and judged': [
    'checks/growth',
    'checks/plausible',
    'checks/precision',
    'checks/share',
    'checks/sum',
    'confidence/index',
    'lexicon/indicators',
    'meaning/basis',
    'meaning/times',
    'meaning/words',
    'observe',
    'quantities/indices',
  ],
};

it('regular expressions of the parser hold Chinese words only where that is still to change', () => {
  const found = new Set(
    literalsOf('parser')
      .filter(({ source }) => /\p{Script=Han}/u.test(source))
      .map(({ file }) => file.replace('packages/parser/src/', '').replace(/\.ts$/, '')),
  );
  const listed = Object.values(STILL_IN_CODE).flat();
  expect([...found].filter((file) => !listed.includes(file))).toEqual([]);
  expect(listed.filter((file) => !found.has(file))).toEqual([]);
});
