import type { Context } from 'hono';
import { html } from 'hono/html';

const words = {
  zh: {
    title: '登录',
    token: '口令',
    submit: '登录',
    wrong: '口令不正确。',
    wait: '错误次数过多，请稍后再试。',
    hint: '口令由管理员设置（ZHIBIAO_TOKEN）。',
  },
  en: {
    title: 'Sign in',
    token: 'Token',
    submit: 'Sign in',
    wrong: 'This is not the token.',
    wait: 'Too many wrong tokens. Wait a moment.',
    hint: 'Whoever runs the console sets the token (ZHIBIAO_TOKEN).',
  },
} as const;

/** Only a path of this console: `//other.site` and `/\other.site` would lead elsewhere. */
export function pathBack(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('/sign-')) return '/';
  const url = URL.canParse(next, 'http://console') ? new URL(next, 'http://console') : null;
  return url?.host === 'console' ? `/${url.pathname.replace(/^\/+/, '')}${url.search}` : '/';
}

/** The form for people. It stands before everything else, so it needs no other part of the console. */
export function signInPage(c: Context, next: string, fault: 'wrong' | 'wait' | null) {
  const language = /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh';
  const t = words[language];
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title} · 指标</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
</head>
<body>
<main>
<h1>${t.title}</h1>
${fault ? html`<p class="notice" role="alert">${t[fault]}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${next}">
<label>${t.token} <input type="password" name="token" autocomplete="current-password" required autofocus></label>
<button>${t.submit}</button>
</form>
<p>${t.hint}</p>
</main>
</body>
</html>`;
  return c.html(page, fault === 'wait' ? 429 : fault ? 401 : 200);
}
