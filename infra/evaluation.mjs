/** Reading of the scorer's error lines: `WRONG id fields: gold …  pred name|value|…`, `EXTRA name|…`, `MISSED id …`. */

/** Errors counted by kind, most frequent first. */
export function errorsByKind(details) {
  const kinds = new Map();
  for (const { report } of details) {
    for (const line of report.split('\n')) {
      const match = /^ {2}(WRONG \S+ ([\w,]+)|MISSED|EXTRA)/.exec(line);
      if (match === null) continue;
      const kind = match[2] ? `wrong ${match[2]}` : match[1].toLowerCase();
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  return [...kinds].sort((a, b) => b[1] - a[1]);
}

const BINS = [
  ['>= 0.95     ', 0.95, 2],
  ['0.90 to 0.95', 0.9, 0.95],
  ['0.80 to 0.90', 0.8, 0.9],
  ['0.60 to 0.80', 0.6, 0.8],
  ['below 0.60  ', 0, 0.6],
  ['all >= 0.90 ', 0.9, 2],
];

/** How many of the observations in each band of confidence are right in every field (extra ones are wrong). */
export const calibrate = (details) => table(details.flatMap(judge));

/** The observations of one text with their confidence, and whether every field is right. */
function judge({ report, documents }) {
  const wrong = new Map();
  for (const line of report.split('\n')) {
    const key =
      /^ {2}WRONG .* {2}pred ([^|]*\|[^|]*)\|/.exec(line)?.[1] ?? /^ {2}EXTRA ([^|]*)\|/.exec(line)?.[1];
    if (key !== undefined) wrong.set(key, (wrong.get(key) ?? 0) + 1);
  }
  return documents.flatMap((document) =>
    document.observations.map((observation) => {
      const name = observation.indicator.name;
      const key = [`${name}|${observation.value}`, name].find((text) => (wrong.get(text) ?? 0) > 0);
      if (key !== undefined) wrong.set(key, wrong.get(key) - 1);
      return { confidence: observation.confidence, right: key === undefined };
    }),
  );
}

function table(judged) {
  return BINS.map(([label, from, to]) => {
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = inside.filter((one) => one.right).length;
    const share = inside.length === 0 ? '-' : `${((100 * right) / inside.length).toFixed(1)} %`;
    return { label, count: inside.length, right: share };
  });
}

/**
 * Calibration on texts left out: each text's observations take the share that is right, on all other texts, of those
 * with about the same confidence; then all texts together are held against what came true.
 */
export function leaveOneOut(details) {
  const texts = details.map(judge);
  const bandOf = (confidence) => BINS.findIndex(([, from, to]) => confidence >= from && confidence < to);
  return table(
    texts.flatMap((text, left) => {
      const others = texts.filter((_, at) => at !== left).flat();
      return text.map(({ confidence, right }) => {
        const band = others.filter((other) => bandOf(other.confidence) === bandOf(confidence));
        // one right and one wrong more than seen: few observations prove little
        const share = (band.filter((one) => one.right).length + 1) / (band.length + 2);
        return { confidence: share, right };
      });
    }),
  );
}
