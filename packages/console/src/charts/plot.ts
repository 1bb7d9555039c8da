import type * as PlotModule from '@observablehq/plot';

type Plot = typeof PlotModule;

export interface Drawing {
  readonly Plot: Plot;
  /** the SVG of a plot: every mark that leads to a sentence is a link with a name, nothing in it needs a style of its own */
  draw(options: PlotModule.PlotOptions, label: string): string;
}

let loaded: Promise<Drawing> | undefined;

/** Plot and a document for it to draw in: loaded when the first chart is wanted, which takes a quarter of a second. */
export function drawing(): Promise<Drawing> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Drawing> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return {
    Plot,
    draw(options, label) {
      const svg = Plot.plot({
        className: 'plot',
        figure: false,
        ...options,
        document,
      } as PlotModule.PlotOptions);
      // The policy of the console forbids styles inside the page; the stylesheet has them.
      for (const style of svg.querySelectorAll('style')) style.remove();
      for (const styled of svg.querySelectorAll('[style]')) styled.removeAttribute('style');
      // A label on a group without a role says nothing to anyone.
      for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
      for (const link of svg.querySelectorAll('a')) {
        const href = link.getAttribute('xlink:href') ?? link.getAttribute('href');
        link.setAttribute('href', href ?? '');
        link.removeAttribute('xlink:href');
        const name = link.querySelector('title')?.textContent;
        if (name) link.setAttribute('aria-label', name);
      }
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-label', label);
      svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
      // Attributes are written as they are: a picture by itself is XML, which allows no bare ampersand.
      return svg.outerHTML.replace(/&(?![a-z]+;|#\d+;)/g, '&amp;');
    },
  };
}
