import { describe, expect, it } from 'vitest';
import { documents } from './documents.ts';
import { failures } from './failures.ts';
import { figures } from './figures.ts';
import { frame } from './frame.ts';
import { reasons } from './reasons.ts';
import { reviews } from './reviews.ts';
import { runs } from './runs.ts';
import { sources } from './sources.ts';
import { webhooks } from './webhooks.ts';

const lists = { documents, failures, figures, frame, reasons, reviews, runs, sources, webhooks };

describe('the words of the interface', () => {
  it('stand in one list each', () => {
    const names = Object.values(lists).flatMap((list) => Object.keys(list));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(Object.entries(lists))('of %s are there in both languages', (_, list) => {
    const lacking = Object.entries(list).filter(([, [zh, en]]) => zh.trim() === '' || en.trim() === '');
    expect(lacking).toEqual([]);
  });
});
