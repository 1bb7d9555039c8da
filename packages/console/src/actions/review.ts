import { UsageError as Usage, type UsageError } from '@zhibiao/shared';
import { readCorrection } from '../forms/correction.ts';
import { FormError, faultOf } from '../forms/fault.ts';
import { readPosted } from '../forms/posted.ts';
import { signedBy } from '../forms/who.ts';
import { reviewed, showReview } from '../pages/review.ts';
import { type Handler, inAddress } from '../route.ts';
import { answer } from './answer.ts';

const verdicts = ['checked', 'wrong', 'corrected'] as const;

/** Keeps what a person said of an observation. */
export const saveReview: Handler = async (c, deps) => {
  const about = await reviewed(c, deps);
  const { document, row } = about;
  const posted = await readPosted(c);
  const fault: UsageError | null = await faultOf(async () => {
    const verdict = verdicts.find((one) => one === posted.text('verdict'));
    if (!verdict) throw new Usage(`verdict: one of ${verdicts.join(', ')}.`, 'verdict');
    const by = signedBy(c, posted);
    // The form shows the corrected fields; a correction is said of what the parser read.
    const read = row.read ?? row.observation;
    const fields = posted.has('indicator') ? readCorrection(posted, read) : {};
    const changed = Object.keys(fields).length > 0;
    if (verdict === 'corrected' && !changed)
      throw new FormError('value', 'nothingChanged', 'no field was changed.');
    const touched =
      posted.has('indicator') && Object.keys(readCorrection(posted, row.observation)).length > 0;
    if (verdict !== 'corrected' && touched)
      throw new FormError('value', 'fieldsChanged', 'fields were changed; that is a correction.');
    await deps.store.review({
      document,
      observation: row.id,
      verdict,
      by,
      note: posted.text('note').slice(0, 2_000),
      ...(verdict === 'corrected' ? { fields } : {}),
    });
  });
  if (fault && posted.has('indicator')) return showReview(c, about, { fault, posted });
  if (fault) throw fault;
  return answer(c, `/documents/${document}#o-${row.id}`, {
    observation: row.id,
    verdict: posted.text('verdict'),
  });
};

/** Takes back what was said of an observation; of one too that is no longer there. */
export const removeReview: Handler = async (c, { store }) => {
  const document = inAddress(c, 'id');
  const id = `${document}-${c.req.query('o') ?? ''}`;
  await store.unreview(id);
  const back = c.req.query('back') === 'list' ? '/reviews' : `/documents/${document}#o-${id}`;
  return answer(c, back, { observation: id, removed: true });
};
