import { changeText, type ObservationRow, type VersionDiff } from '@zhibiao/store';
import { periodText, valueText } from './observation-rows.ts';

/** A difference of two versions as text: changed sentences first, then observations. */
export function diffText({ before, after, text, observations }: VersionDiff): string {
  const claim = ({ observation: o }: ObservationRow) =>
    `${o.region.name} ${periodText(o.period)} ${o.kind} ${o.indicator.name} ${valueText(o)} “${o.quote}”`;
  const sentences = (text?.parts ?? []).filter((part) => part.kind !== 'same');
  return [
    `--- ${before.id}  ${before.report.title}  parser ${before.parser}`,
    `+++ ${after.id}  ${after.report.title}  parser ${after.parser}`,
    ...(text
      ? [
          `text: ${text.added.sentences} sentences added, ${text.removed.sentences} removed, ${text.same.sentences} the same`,
        ]
      : []),
    ...sentences.map(({ kind, text: words }) => `${kind === 'added' ? '+' : '-'} ${words.trim()}`),
    `observations: ${observations.added.length} added, ${
      observations.removed.length
    } removed, ${observations.changed.length} changed, ${observations.unchanged} the same`,
    ...observations.removed.map((row) => `- ${claim(row)}`),
    ...observations.added.map((row) => `+ ${claim(row)}`),
    ...observations.changed.flatMap((change) => [
      `~ ${change.fields.map((field) => changeText(field, change.before.observation, change.after.observation)).join('; ')}`,
      `  - ${claim(change.before)}`,
      `  + ${claim(change.after)}`,
    ]),
  ].join('\n');
}
