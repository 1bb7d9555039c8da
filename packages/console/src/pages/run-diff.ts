import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { withProgress } from '../providers/runs.ts';
import { type Handler, inAddress } from '../route.ts';
import { wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { runProgress } from '../view/run-cells.ts';
import { runDecision } from '../view/run-decision.ts';
import { chosenSamples, sampleCard, samplePager } from '../view/run-diff-samples.ts';
import { indicatorChanges, sourceChanges, totals } from '../view/run-diff-tables.ts';

/** So many samples at once: the rules of each are found by reading its text again. */
const atOnce = 5;

/** What a reprocess would change, to be read before it is promoted: by indicator and kind of change, then sample by sample. */
export const runDiffPage: Handler = async (c, deps) => {
  const { store, producer, diffs, rules } = deps;
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const run = await store.getRun(id);
  if (!run) throw new NotFoundError(`There is no run ${id}.`, id);
  const [diff, state, decision] = await Promise.all([
    diffs.of(id),
    withProgress(producer, run),
    store.tables.promotions.get(id),
  ]);
  const chosen = chosenSamples(c, diff);
  const from = Math.min(Math.max(0, Number.parseInt(c.req.query('after') ?? '0', 10) || 0), chosen.length);
  const shown = await Promise.all(
    chosen.slice(from, from + atOnce).map(async (sample) => ({ sample, steps: await rules.of(sample) })),
  );
  return page(c, {
    title: `${t('difference')} ${id}`,
    body: html`<p class="crumbs"><a href="/runs/${id}">${id}</a></p>
<h1>${t('difference')}: ${id}</h1>
<div class="tools-line">${runProgress(state, t)}</div>
${runDecision(c, state, decision)}
${totals(diff, t)}
<h2>${t('byIndicator')}</h2>
${indicatorChanges(c, diff)}
<h2 id="samples">${t('samples')}</h2>
${samplePager(c, chosen, diff, from, atOnce)}
${shown.map(({ sample, steps }) => sampleCard(sample, steps, language))}
<h2>${t('source')}</h2>
${sourceChanges(diff, t)}`,
  });
};
