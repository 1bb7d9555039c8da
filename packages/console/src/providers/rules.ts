import { type Lexicon, loadLexicon, parseArticle, type Step } from '@zhibiao/parser';
import { Article, getJson, type Observation, present } from '@zhibiao/shared';
import type { DiffSample } from '@zhibiao/store/reprocess';
import type { ConsoleDeps } from '../deps.ts';

const rememberedArticles = 30;

/** Says which rules of the parser an observation came from, by reading its article once more with the present parser. */
export class Rules {
  readonly #archive: ConsoleDeps['archive'];
  readonly #lexiconDir: string | undefined;
  readonly #read = new Map<string, Promise<Map<string, readonly Step[]>>>();
  #lexicon: Lexicon | null = null;

  constructor({ archive, config }: Pick<ConsoleDeps, 'archive' | 'config'>) {
    this.#archive = archive;
    this.#lexiconDir = config.lexiconDir;
  }

  /** @returns null where the present parser does not read it so, or its text is not in the archive any more */
  async of({ after, article }: DiffSample): Promise<readonly Step[] | null> {
    if (!after) return null;
    this.#lexicon ??= loadLexicon(this.#lexiconDir);
    const steps = await this.#stepsIn(article, this.#lexicon).catch(() => null);
    return steps?.get(keyOf(after)) ?? null;
  }

  #stepsIn(key: string, lexicon: Lexicon): Promise<Map<string, readonly Step[]>> {
    const known = this.#read.get(key);
    if (known) return known;
    const reading = getJson(this.#archive, key).then((kept) => {
      const steps = new Map<string, readonly Step[]>();
      parseArticle(Article.parse(kept), { lexicon, trace: (one, of) => void steps.set(keyOf(one), of) });
      return steps;
    });
    this.#read.set(key, reading);
    if (this.#read.size > rememberedArticles)
      this.#read.delete(present(this.#read.keys().next().value, 'the value'));
    return reading;
  }
}

/** What stays as it was read when an observation is checked and stored. */
const keyOf = ({ span, indicator, measure, kind, value, unit }: Observation): string =>
  [span.start, span.end, indicator.name, measure, kind, value, unit].join(' ');
