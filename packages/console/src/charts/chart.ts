/** A picture on its own; the page around it adds the words. */
export interface Chart {
  /** the whole SVG element; colours are the variables of the stylesheet */
  readonly svg: string;
  /** `kinds`: hollow is promised, solid is reported; else the series by name, in the order of their colours */
  readonly legend: 'kinds' | readonly string[];
  /** where not everything could be drawn */
  readonly note: { readonly drawn: number; readonly of: number } | null;
}

/** About how wide a label is at 12 pixels: a Chinese character is as wide as it is high. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 7), 0);
