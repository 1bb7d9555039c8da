import { html } from 'hono/html';
import { base } from '../api/description.ts';
import { apiQuestions } from '../api/index.ts';
import type { ApiRoute } from '../api/route.ts';
import type { Handler } from '../route.ts';
import { type Words, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';

interface Filter {
  readonly name: string;
  readonly about: string;
  readonly example: string;
  readonly needed: boolean;
  readonly choices: readonly string[];
}

/** The interface for programs, to look at and to try: each question is a form that leads to its answer. */
export const apiPage: Handler = (c) => {
  const t = wordsOf(c.get('language'));
  const tags = [...new Set(apiQuestions.map(({ tag }) => tag))];
  return page(c, {
    title: 'API',
    body: html`<h1>API</h1><p class="lead">${t('apiNote')}</p>
<p><a class="button" href="${base}/openapi.json">OpenAPI 3.1</a></p>
${tags.map((tag) => html`<h2>${t(`api.${tag}`)}</h2>${apiQuestions.filter((one) => one.tag === tag).map((one) => question(one, t))}`)}`,
  });
};

function question({ path, summary, query }: ApiRoute, t: Words): Html {
  const filters = Object.entries(query?.shape ?? {}).map(([name, schema]) =>
    filterOf(name, schema as Schema),
  );
  const fixed = !path.includes(':');
  return html`<details class="panel api-route"><summary><code>GET ${base}${path.replace(
    /:(\w+)/g,
    '{$1}',
  )}</code> <span class="quiet" lang="en">${summary}</span></summary>
<form class="filters" method="get" action="${base}${path}">${filters.map(
    (one) =>
      html`<label>${one.name}${
        one.needed ? ' *' : ''
      }${input(one)}${one.about ? html`<small lang="en">${one.about}</small>` : ''}</label>`,
  )}
${fixed ? html`<button class="main">${t('tryIt')}</button>` : ''}</form></details>`;
}

const input = ({ name, example, needed, choices }: Filter): Html =>
  choices.length > 0
    ? html`<select name="${name}"><option></option>${choices.map((choice) => html`<option>${choice}</option>`)}</select>`
    : html`<input name="${name}" size="12" placeholder="${example}"${needed ? html` required` : ''} autocomplete="off">`;

/** What is read of a zod schema. */
interface Schema {
  readonly description?: string;
  isOptional(): boolean;
  meta(): Record<string, unknown> | undefined;
  readonly def: { readonly innerType?: Schema; readonly entries?: Readonly<Record<string, string>> };
}

function filterOf(name: string, schema: Schema): Filter {
  const inner = schema.def.innerType ?? schema;
  const { example, description } = { ...inner.meta(), ...schema.meta() } as Record<string, unknown>;
  return {
    name,
    about: String(description ?? schema.description ?? ''),
    example: String(example ?? ''),
    needed: !schema.isOptional(),
    choices: Object.values(inner.def.entries ?? {}),
  };
}
