import { type ParentNode, tagsNamed, textOf } from '../dom/nodes.ts';

const privateUse = /[\ue000-\uf8ff]/;

/**
 * What a reader must know of how a text was got: `struck-out` where its page shows words struck out, which are left out;
 * `private-glyphs` where characters of the private area stand in it, which mean something in one font only.
 */
export function textFlags(bodies: readonly ParentNode[], text: string): string[] {
  const struck = bodies.some((body) => tagsNamed(body, 'del').some((e) => holdsText(e)));
  return [...(struck ? ['struck-out'] : []), ...(privateUse.test(text) ? ['private-glyphs'] : [])];
}

// `del` is silent, its own children are not
const holdsText = (struck: ParentNode): boolean => textOf(struck) !== '';
