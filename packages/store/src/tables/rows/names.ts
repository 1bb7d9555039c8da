/** The text of a report, as search finds it. Written once. */
export interface TextRow {
  /** document and a hash of what the text is and where it is found: `search/text.ts` */
  id: string;
  document: string;
  /** region, year and a hash as one number: the order of what is found, unique */
  place: number;
  /** of delivery */
  year: number | null;
  text: string;
}

/** A name and a code that indicators were given together. Written once. */
export interface TermRow {
  /** `<name>\n<code>` */
  id: string;
  name: string;
  code: string | null;
}

/** A region that reports or observations are of. Written once. */
export interface PlaceRow {
  /** its code, or `~` and its name where it has none */
  id: string;
  name: string;
  adcode: string | null;
}
