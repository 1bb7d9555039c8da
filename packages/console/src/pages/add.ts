import type { UsageError } from '@zhibiao/shared';
import { html } from 'hono/html';
import { faultNotice } from '../forms/fault.ts';
import { formField } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';

/** A report from a file or a pasted text. */
export const addPage: Handler = (c) => showAdd(c, null, null);

export function showAdd(c: ConsoleContext, posted: Posted | null, fault: UsageError | null) {
  const t = wordsOf(c.get('language'));
  const at = (name: string) => posted?.text(name) ?? '';
  return page(
    c,
    {
      title: t('addReport'),
      body: html`<p class="crumbs"><a href="/documents">${t('documents')}</a></p><h1>${t('addReport')}</h1>
<p>${t('addReportNote')}</p>${faultNotice(fault, c.get('language'))}
<form class="fields" method="post" action="/documents/add" enctype="multipart/form-data">
${formField({ name: 'url', label: t('publishedAt'), value: at('url'), wrong: fault?.input === 'url', hint: t('publishedAtHint') })}
${formField({ name: 'file', label: t('file'), value: '', type: 'file', wrong: fault?.input === 'file' })}
${formField({ name: 'text', label: t('pastedText'), value: at('text'), lines: 12 })}
<p><button class="main">${t('addReport')}</button></p></form>`,
    },
    fault ? 400 : 200,
  );
}
