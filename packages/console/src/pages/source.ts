import type { SourceCheck } from '@zhibiao/runtime/check-source';
import { PageFamily, present, type Source, type UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { faultNotice } from '../forms/fault.ts';
import { formField } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import { sourceFields } from '../forms/source-fields.ts';
import { lastName } from '../forms/who.ts';
import { type ConsoleContext, type Handler, inAddress } from '../route.ts';
import { time } from '../view/format.ts';
import { type Word, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { checkWords } from '../view/source-check.ts';

/** Where a new source begins: with its address. */
export const newSourcePage: Handler = (c) => showAddress(c, '', null);

export const sourcePage: Handler = async (c, { store }) => {
  const id = inAddress(c, 'id');
  const source = await store.getSource(id);
  if (!source) throw new NotFoundError(`There is no source ${id}.`, id);
  return showSource(c, { source, known: true });
};

export function showAddress(c: ConsoleContext, address: string, fault: UsageError | null) {
  const t = wordsOf(c.get('language'));
  return page(
    c,
    {
      title: t('addSource'),
      body: html`<p class="crumbs"><a href="/sources">${t('sources')}</a></p><h1>${t('addSource')}</h1>
<p>${t('addSourceNote')}</p>${faultNotice(fault, c.get('language'))}
<form class="fields" method="post" action="/sources/new">
${formField({ name: 'address', label: t('sourceAddress'), value: address, required: true, wrong: fault !== null })}
<p><button class="main" name="act" value="propose">${t('checkIt')}</button></p></form>`,
    },
    fault ? 400 : 200,
  );
}

export interface ShownSource {
  readonly source: Source;
  /** it is in the store */
  readonly known: boolean;
  readonly checks?: readonly SourceCheck[];
  readonly fault?: UsageError | null;
  readonly posted?: Posted;
}

/** A source to be edited, with what a check of it found. */
export function showSource(c: ConsoleContext, shown: ShownSource) {
  const { source, known, checks = [], fault = null } = shown;
  const t = wordsOf(c.get('language'));
  return page(
    c,
    {
      title: known ? source.name : t('addSource'),
      body: html`<p class="crumbs"><a href="/sources">${t('sources')}</a></p>
<h1>${known ? source.name : t('addSource')}</h1>
${
  source.edited
    ? html`<p class="quiet">${t('edited')}: ${source.edited.by} · ${time(
        source.edited.at,
        c.get('language'),
      )}. ${t('editedNote')}</p>`
    : ''
}
${faultNotice(fault, c.get('language'))}
${checks.map((check) => checkWords(check, c.get('language')))}
<form class="fields" method="post" action="${known ? `/sources/${source.id}` : '/sources/new'}">${form(c, shown, t)}
<p class="tools-line"><button class="main" name="act" value="save">${t('saveSource')}</button> <button name="act" value="check">${t('checkAgain')}</button></p>
</form>`,
    },
    fault ? 400 : 200,
  );
}

function form(c: ConsoleContext, { source, known, fault, posted }: ShownSource, t: Words): Html {
  const fields = sourceFields(source);
  const field = (name: string, word: Word, more: object = {}) =>
    formField({
      name,
      label: t(word),
      value: posted?.text(name) ?? present(fields[name], 'fields at name'),
      wrong: fault?.input === name,
      ...more,
    });
  const families = PageFamily.options.map((one) => [one, wordFor(t, 'family', one)] as const);
  return html`${formField({
    name: 'by',
    label: t('yourName'),
    value: posted?.text('by') ?? lastName(c),
    required: true,
    wrong: fault?.input === 'by',
  })}
${known ? '' : field('id', 'sourceId', { required: true })}
${field('name', 'name', { required: true })}
${field('start', 'startAddresses', { lines: 2, required: true })}
${field('title', 'titleFilter')}
<div class="field-grid">${field('family', 'family', { options: [['', t('fromPage')], ...families] })}
${field('cron', 'cron')}${field('delayMs', 'delayMs')}${field('concurrency', 'concurrency')}
${field('window', 'windowHours')}${field('maxDepth', 'maxDepth')}${field('maxPages', 'maxPages')}</div>
${field('include', 'include', { lines: 2 })}${field('exclude', 'exclude', { lines: 2 })}`;
}
