import type { PageFamily } from '@zhibiao/shared';
import type { Page } from '../dom/page.ts';
import { rules } from '../rules/load.ts';

const order = ['discuz', 'epaper', 'gov', 'cms'] as const;

/** The family of a page, by its generator, address and markup; `generic` where nothing tells. */
export function detectFamily(page: Page): Exclude<PageFamily, 'text'> {
  const generator = page.meta.get('generator') ?? '';
  const address = page.url?.href ?? page.canonical ?? '';
  for (const family of order) {
    const { detect } = rules[family];
    if (detect.generator.test(generator) || detect.url.test(address) || detect.title.test(page.headTitle))
      return family;
  }
  for (const family of order) {
    if (rules[family].detect.selectors.some((selector) => page.index.first(selector))) return family;
  }
  return 'generic';
}
