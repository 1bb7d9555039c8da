import { Phrases } from '../../lexicon/phrases.ts';
import type { Calendar, Role, SectionCues } from '../data-schema.ts';

/** What a word of a heading tells of its body. */
export type HeadingCue = 'review' | 'plan' | 'past' | 'present' | 'coming' | 'planned' | 'notes' | 'term';

type Event = Pick<Calendar['events'][number], 'year' | 'in'>;
type Plan = Calendar['plans'][number];
type Lead = SectionCues['leads'][number];

/** The words of calendar and cues, each group ready to be found in one pass over a text. */
export type CueWords = {
  /** words of headings by what they tell of it */
  readonly headings: Phrases<HeadingCue>;
  readonly leads: Phrases<Lead>;
  /** what a paragraph's first sentences announce */
  readonly announcements: readonly { readonly pattern: RegExp; readonly role: Role }[];
  /** words with the weight that they have for a plan, below 0 for a review */
  readonly tenses: Phrases<number>;
  readonly events: Phrases<Event>;
  readonly plans: Phrases<Plan>;
  /** party congresses and plenums with their year */
  readonly congresses: Phrases<number>;
};

const HEADING_CUES: readonly HeadingCue[] = [
  'review',
  'plan',
  'past',
  'present',
  'coming',
  'planned',
  'notes',
  'term',
];

const tagged = <T>(words: readonly string[], tag: T): [string, T][] => words.map((word) => [word, tag]);

export function cueWords(calendar: Calendar, cues: SectionCues): CueWords {
  return {
    headings: new Phrases(HEADING_CUES.flatMap((cue) => tagged<HeadingCue>(cues[cue], cue))),
    leads: new Phrases(cues.leads.flatMap((lead) => tagged(lead.words, lead))),
    announcements: cues.announcements.map(({ pattern, role }) => ({ pattern: new RegExp(pattern), role })),
    tenses: new Phrases(Object.entries(cues.tenseWords)),
    events: new Phrases(calendar.events.flatMap((event) => tagged<Event>(event.words, event))),
    plans: new Phrases(calendar.plans.map((plan) => [plan.name, plan] as const)),
    congresses: new Phrases(calendar.congresses.map(({ name, year }) => [name, year] as const)),
  };
}
