export interface Judged {
  right: boolean;
  why: string;
}
export function judgeClaim(review: object, observations: readonly object[]): Judged;
export function scoreReviews(
  reports: readonly object[],
  parse: (article: never) => readonly object[],
): {
  counts: Record<string, { all: number; right: number }>;
  faults: { page: string; verdict: string; quote: string; why: string; note: string }[];
};
export function reviewTable(score: ReturnType<typeof scoreReviews>): string;
