import { UsageError } from '@zhibiao/shared';
import { readPlace } from '../forms/correction.ts';
import { FormError, faultOf } from '../forms/fault.ts';
import { readPosted } from '../forms/posted.ts';
import { signedBy } from '../forms/who.ts';
import { genres, reportOf, showReport } from '../pages/report.ts';
import { type Handler, inAddress } from '../route.ts';
import { answer } from './answer.ts';

/** Puts a report's region, year or genre right, or leaves the report out. */
export const correctReport: Handler = async (c, deps) => {
  const detail = await reportOf(c, deps);
  const { report, document } = detail.version;
  const posted = await readPosted(c);
  const fault = await faultOf(async () => {
    const by = signedBy(c, posted);
    const note = posted.text('note').slice(0, 2_000);
    if (note === '') throw new FormError('note', 'reasonLacking', 'say why.');
    if (posted.text('act') === 'exclude') {
      await deps.store.override({ document, by, note, excluded: true });
      return;
    }
    const year = posted.number('year');
    const given = posted.text('genre');
    const genre = genres.find((one) => one === given) ?? null;
    if (given !== '' && genre === null) throw new UsageError(`genre: ${given} is none.`, 'genre');
    const place = posted.text('region');
    const known = report.region?.adcode ?? report.region?.name ?? '';
    const region = place === '' || place === known ? null : readPlace(place);
    const right = {
      region,
      year: year === report.year ? null : year,
      genre: genre === report.genre ? null : genre,
    };
    if (Object.values(right).every((value) => value === null))
      throw new FormError('region', 'nothingChanged', 'no field was changed.');
    await deps.store.override({ document, by, note, ...right });
  });
  if (fault) return showReport(c, detail, { fault, posted });
  return answer(c, `/documents/${document}`, { document, act: posted.text('act') });
};

/** Takes back what was said of a whole report. */
export const restoreReport: Handler = async (c, { store }) => {
  const document = inAddress(c, 'id');
  await store.unoverride(document);
  return answer(c, `/documents/${document}`, { document, restored: true });
};
