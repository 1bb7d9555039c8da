import { readFileSync } from 'node:fs';
import type { Chart } from './chart.ts';

const empty = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';

/** The colours of the light stylesheet: a picture in a document has no other. */
function variables(): string {
  const css = readFileSync(new URL('../../assets/css/1-tokens.css', import.meta.url), 'utf8');
  return css.slice(css.indexOf('{') + 1, css.indexOf('}')).replace(/\s+/g, ' ');
}

/** A picture that stands without the stylesheet of the console: for documents and slides. */
export function standalone(chart: Chart | null): string {
  if (!chart) return empty;
  const style = `<style>svg{${variables()}color:var(--ink);background:#fff;font:10px var(--sans)}</style>`;
  return chart.svg.replace(/^(<svg[^>]*>)/, `$1${style}`);
}
