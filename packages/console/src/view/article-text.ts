import type { Article, Section, Span } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { DocumentDetail } from '@zhibiao/store';
import { html } from 'hono/html';
import { type Highlight, lines, type Segment, segments } from './highlight.ts';
import type { Words } from './labels.ts';
import type { Html } from './layout.ts';

/** So much text outside the report is shown, paler; more is folded away: compilations hold several long reports. */
const mostOutside = 300;

/** The text of an article as paragraphs, the words of every observation marked; what is outside the report is set apart. */
export function articleText(article: Article, { version, observations }: DocumentDetail, t: Words): Html {
  const { span, sections } = version.report;
  const kinds = new Map(observations.map(({ id, observation }) => [id, observation.kind]));
  // Each line gets its own few highlights: a long text has hundreds of both.
  const ordered: Highlight[] = observations
    .map(({ id, observation }) => ({ key: id, ...observation.span }))
    .sort((a, b) => a.start - b.start);
  let from = 0;
  const all = lines(article.text);
  const report = all.filter((line) => line.start < span.end && line.end > span.start);
  const inside = report.map((line) => {
    while (from < ordered.length && present(ordered[from], 'ordered at from').end <= line.start) from++;
    const own: Highlight[] = [];
    for (let i = from; i < ordered.length && present(ordered[i], 'ordered at i').start < line.end; i++)
      own.push(present(ordered[i], 'ordered at i'));
    const heading = sections.find((s) => s.start >= line.start && s.start < line.end);
    const title = heading
      ? [{ key: titleKey, start: heading.start, end: heading.start + heading.title.length }]
      : [];
    return paragraph(segments(article.text, line, [...own, ...title]), headingClass(line, heading), kinds);
  });
  const before = all.filter((line) => line.end <= span.start);
  const after = all.filter((line) => line.start >= span.end);
  return html`<h2 class="article-title">${article.title}</h2>${outside(
    article.text,
    before,
    t,
  )}${inside}${outside(article.text, after, t)}`;
}

function outside(text: string, found: readonly Span[], t: Words): Html {
  const length = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const paragraphs = found.map(({ start, end }) => html`<p class="outside">${text.slice(start, end)}</p>`);
  if (length <= mostOutside) return html`${paragraphs}`;
  return html`<details class="outside"><summary>${t('outside')} · ${length.toLocaleString(
    'en',
  )} ${t('characters')}</summary>${paragraphs}</details>`;
}

/** A line of its own, or the first words of a paragraph. */
function headingClass(line: Span, heading: Section | undefined): string {
  if (!heading) return '';
  const alone = heading.title.trim().length > (line.end - line.start) * 0.8;
  return alone ? `heading level-${Math.min(heading.level, 3)}` : 'headed';
}

/** Marks the words of a heading among the highlights; no observation has such an id. */
const titleKey = '§';

type Kinds = ReadonlyMap<string, string>;

const paragraph = (parts: Segment[], level: string, kinds: Kinds): Html =>
  html`<p class="${level}">${parts.map((part) =>
    part.covers.includes(titleKey) ? html`<b>${stretch(part, kinds)}</b>` : stretch(part, kinds),
  )}</p>`;

function stretch({ text, covers, begins }: Segment, kinds: Kinds): Html {
  const found = covers.filter((key) => key !== titleKey);
  if (found.length === 0) return html`${text}`;
  const kind = new Set(found.map((key) => kinds.get(key)));
  const anchors = begins.filter((key) => key !== titleKey);
  return html`<mark class="${[...kind].join(' ')}" data-o="${found.join(' ')}">${anchors.map(
    (key) => html`<span class="anchor" id="w-${key}"></span>`,
  )}${text}</mark>`;
}
