import type { Place } from '../gazetteer/index.ts';
import { ordinal } from '../text/ordinals.ts';
import type { Identity } from './identity/identity.ts';
import type { TitleClues } from './identity/title.ts';
import type { Outline } from './layout/outline.ts';
import { endsInsideSentence } from './layout/tail.ts';
import { roleOfHeading, UNDATED } from './time/roles.ts';

const CONTINUES =
  /[(（](?:上接|紧接|下转|接|转)第?[\dA-Z一二三四五六七八九十]{1,4}版|(?:上接|下转)第?[\dA-Z一二三四五六七八九十]{1,4}版|未完待续|[(](?:未完|待续|完待续)[)]/;
/**
 * What a reader must know about a frame before trusting it, in a fixed order.
 * @param count reports in the article
 */
export function flagsOf(outline: Outline, identity: Identity, page: TitleClues, count: number): string[] {
  const titles = [page, identity.heading].filter((title) => title !== null);
  const text = outline.folded.text.slice(outline.range.start, outline.range.end);
  const flags: Record<string, boolean> = {
    'title-region-mismatch': titles.some(
      ({ region }) => region !== null && isOther(region.place, identity.place),
    ),
    'title-year-mismatch': titles.some(
      ({ year }) => year !== null && identity.year !== null && year.year !== identity.year,
    ),
    'year-redacted': identity.redacted,
    'continues-elsewhere': CONTINUES.test(text.slice(0, EDGE)) || CONTINUES.test(text.slice(-EDGE)),
    truncated: isTruncated(text, outline),
    compilation: count > 1,
  };
  return Object.keys(flags).filter((flag) => flags[flag]);
}

/** Notes of continuation stand this near to a page's edges. */
const EDGE = 400;

/** Another unit than the report's. The same one under its former name (清苑县, 清苑区) is no other. */
const isOther = (named: Place, place: Place | null): boolean =>
  place !== null && named.fullName !== place.fullName && named.shortName !== place.shortName;

/** A first heading that is not the first of its kind, or a last paragraph that ends inside a sentence. */
function isTruncated(text: string, { nodes, range, opened, data }: Outline): boolean {
  const first = nodes.find(
    ({ number, kind }) => number !== null && (kind === 'chapter' || kind === 'section'),
  );
  const headless =
    !opened &&
    first !== undefined &&
    (ordinal(first.number ?? '') ?? 1) > 1 &&
    first.start - range.start < 200;
  const notes = nodes.find(
    ({ level, title }) => level === 1 && roleOfHeading(title, data, UNDATED) === 'notes',
  );
  return headless || endsInsideSentence(notes ? text.slice(0, notes.start - range.start) : text);
}
