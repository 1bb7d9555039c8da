import type { TextDiff } from '@zhibiao/store';
import { diffChars } from 'diff';
import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** Unchanged text that is shown on either side of a change, in characters. */
const context = 80;
/** Comparing characters takes long for sentences that have little in common. */
const maxEdits = 600;

/** A text diff as running text; where one sentence took another's place, the characters that differ are marked. */
export function textDiff({ parts }: TextDiff): Html {
  const pieces = parts.map((part, i) => {
    const [last, next] = [parts[i - 1], parts[i + 1]];
    if (part.kind === 'same') return shortened(part.text, i === 0, i === parts.length - 1);
    if (part.kind === 'removed' && next?.kind === 'added') return replaced(part.text, next.text);
    if (part.kind === 'added' && last?.kind === 'removed') return html``;
    return part.kind === 'added' ? html`<ins>${part.text}</ins>` : html`<del>${part.text}</del>`;
  });
  return html`<div class="text-diff">${pieces}</div>`;
}

function replaced(before: string, after: string): Html {
  const changes = diffChars(before, after, { maxEditLength: maxEdits });
  if (!changes) return html`<del>${before}</del><ins>${after}</ins>`;
  return html`${changes.map(({ value, added, removed }) =>
    added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : value,
  )}`;
}

function shortened(text: string, first: boolean, last: boolean): Html {
  const head = first ? '' : text.slice(0, context);
  const tail = last ? '' : text.slice(-context);
  const hidden = text.length - head.length - tail.length;
  if (hidden <= context) return html`${text}`;
  return html`${head}<span class="skipped"> ⋯ ${hidden} ⋯ </span>${tail}`;
}
