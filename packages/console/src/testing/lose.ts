import { type Archive, Article, Extraction, getJson, type Observation } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

/**
 * Commits a version of a report of the store that an older parser might have found: one observation, which is the only one of
 * its words, is missing in it.
 */
export async function loseAnObservation({
  store,
  archive,
}: {
  store: DocumentStore;
  archive: Archive;
}): Promise<{ document: string; lost: Observation }> {
  const { rows } = await store.documents({ limit: 200 });
  const version = rows.find(
    ({ ordinal, report, count }) => ordinal === 1 && report.region?.adcode && count > 3,
  )!;
  const found = Extraction.parse(await getJson(archive, version.extraction));
  const [report, ...others] = found.reports;
  const lost = report!.observations.find(
    (one, i, all) => one.region.adcode && all.every((other, j) => i === j || other.quote !== one.quote),
  )!;
  const observations = report!.observations.filter((one) => one !== lost);
  const older = {
    ...found,
    parser: `${found.parser}-older`,
    reports: [{ ...report!, observations }, ...others],
  };
  await store.commit({
    page: version.page,
    source: version.source,
    run: 'crawl-older',
    article: Article.parse(await getJson(archive, version.article)),
    articleKey: version.article,
    extraction: older,
    extractionKey: await archive.put(JSON.stringify(older)),
    time: version.time,
    snapshots: version.snapshots,
    cleaner: version.cleaner,
    shadow: false,
  });
  return {
    document: version.document,
    lost: { ...lost, region: { ...lost.region, adcode: version.report.region!.adcode } },
  };
}
