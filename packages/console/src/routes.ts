import { addDocument } from './actions/add.ts';
import { crawlSource } from './actions/crawl-source.ts';
import { correctReport, restoreReport } from './actions/report.ts';
import { startReprocess } from './actions/reprocess.ts';
import { retryAll } from './actions/retry-all.ts';
import { retryRecord } from './actions/retry-record.ts';
import { removeReview, saveReview } from './actions/review.ts';
import { dropRun, promoteRun, resumeRun, stopRun } from './actions/run-state.ts';
import {
  addSource,
  disableSource,
  editSource,
  enableSource,
  pauseSource,
  resumeSource,
} from './actions/source.ts';
import { addWebhook, pauseWebhook, removeWebhook, resumeWebhook, testWebhook } from './actions/webhook.ts';
import { live, ready } from './api/health.ts';
import { apiRoutes } from './api/index.ts';
import { toVersion } from './api/to-version.ts';
import { addPage } from './pages/add.ts';
import { apiPage } from './pages/api.ts';
import { changesPage } from './pages/changes.ts';
import { changesFeed } from './pages/changes-feed.ts';
import { copiesPage } from './pages/copies.ts';
import { coveragePage } from './pages/coverage.ts';
import { diffPage } from './pages/diff.ts';
import { documentPage } from './pages/document.ts';
import { documentsPage } from './pages/documents.ts';
import { failurePage } from './pages/failure.ts';
import { figurePage } from './pages/figure.ts';
import { historyPage } from './pages/history.ts';
import { homePage } from './pages/home.ts';
import { indicatorPage } from './pages/indicator.ts';
import { indicatorsPage } from './pages/indicators.ts';
import { observationsPage } from './pages/observations.ts';
import { pictureRoutes } from './pages/pictures.ts';
import { promisesPage } from './pages/promises.ts';
import { quarantinePage } from './pages/quarantine.ts';
import { jobsPage, queuesPage } from './pages/queues.ts';
import { rankingPage } from './pages/ranking.ts';
import { regionPage } from './pages/region.ts';
import { regionsPage } from './pages/regions.ts';
import { reportPage } from './pages/report.ts';
import { reprocessPage } from './pages/reprocess.ts';
import { reviewPage } from './pages/review.ts';
import { reviewsPage } from './pages/reviews.ts';
import { runPage } from './pages/run.ts';
import { runDiffPage } from './pages/run-diff.ts';
import { runsPage } from './pages/runs.ts';
import { searchPage } from './pages/search.ts';
import { seriesPage } from './pages/series.ts';
import { newSourcePage, sourcePage } from './pages/source.ts';
import { sourcesPage } from './pages/sources.ts';
import { webhookPage, webhooksPage } from './pages/webhooks.ts';
import type { Route } from './route.ts';

/** Everything the console answers, but for the metrics, the assets and the dashboard of the queues. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/', handler: homePage },
  { method: 'get', path: '/regions', handler: regionsPage },
  { method: 'get', path: '/regions/:code', handler: regionPage },
  { method: 'get', path: '/indicators', handler: indicatorsPage },
  { method: 'get', path: '/indicators/:code', handler: indicatorPage },
  { method: 'get', path: '/figures/:id', handler: figurePage },
  { method: 'get', path: '/ranking', handler: rankingPage },
  { method: 'get', path: '/coverage', handler: coveragePage },
  { method: 'get', path: '/changes', handler: changesPage },
  { method: 'get', path: '/changes.atom', handler: changesFeed },
  { method: 'get', path: '/search', handler: searchPage },
  { method: 'get', path: '/documents', handler: documentsPage },
  { method: 'get', path: '/documents/add', handler: addPage },
  { method: 'get', path: '/documents/:id', handler: documentPage },
  { method: 'get', path: '/documents/:id/history', handler: historyPage },
  { method: 'get', path: '/documents/:id/diff', handler: diffPage },
  { method: 'get', path: '/documents/:id/report', handler: reportPage },
  { method: 'get', path: '/documents/:id/review', handler: reviewPage },
  { method: 'get', path: '/reviews', handler: reviewsPage },
  { method: 'get', path: '/observations', handler: observationsPage },
  { method: 'get', path: '/series', handler: seriesPage },
  ...pictureRoutes,
  { method: 'get', path: '/promises', handler: promisesPage },
  { method: 'get', path: '/copies', handler: copiesPage },
  { method: 'get', path: '/sources', handler: sourcesPage },
  { method: 'get', path: '/sources/new', handler: newSourcePage },
  { method: 'get', path: '/sources/:id', handler: sourcePage },
  { method: 'get', path: '/runs', handler: runsPage },
  { method: 'get', path: '/runs/:id', handler: runPage },
  { method: 'get', path: '/runs/:id/diff', handler: runDiffPage },
  { method: 'get', path: '/reprocess', handler: reprocessPage },
  { method: 'get', path: '/webhooks', handler: webhooksPage },
  { method: 'get', path: '/webhooks/:id', handler: webhookPage },
  { method: 'get', path: '/queues', handler: queuesPage },
  { method: 'get', path: '/queues/jobs', handler: jobsPage },
  { method: 'get', path: '/quarantine', handler: quarantinePage },
  { method: 'get', path: '/quarantine/:id', handler: failurePage },

  { method: 'get', path: '/api', handler: apiPage },
  ...apiRoutes,
  { method: 'get', path: '/api/*', handler: toVersion },
  { method: 'get', path: '/health/live', handler: live, open: true },
  { method: 'get', path: '/health/ready', handler: ready, open: true },

  { method: 'post', path: '/documents/add', handler: addDocument },
  { method: 'post', path: '/documents/:id/report', handler: correctReport },
  { method: 'post', path: '/documents/:id/report/restore', handler: restoreReport },
  { method: 'post', path: '/documents/:id/review', handler: saveReview },
  { method: 'post', path: '/documents/:id/review/remove', handler: removeReview },
  { method: 'post', path: '/sources/new', handler: addSource },
  { method: 'post', path: '/sources/:id', handler: editSource },
  { method: 'post', path: '/sources/:id/pause', handler: pauseSource },
  { method: 'post', path: '/sources/:id/resume', handler: resumeSource },
  { method: 'post', path: '/sources/:id/enable', handler: enableSource },
  { method: 'post', path: '/sources/:id/disable', handler: disableSource },
  { method: 'post', path: '/sources/:id/crawl', handler: crawlSource },
  { method: 'post', path: '/runs/:id/stop', handler: stopRun },
  { method: 'post', path: '/runs/:id/resume', handler: resumeRun },
  { method: 'post', path: '/runs/:id/promote', handler: promoteRun },
  { method: 'post', path: '/runs/:id/drop', handler: dropRun },
  { method: 'post', path: '/reprocess', handler: startReprocess },
  { method: 'post', path: '/webhooks', handler: addWebhook },
  { method: 'post', path: '/webhooks/:id/test', handler: testWebhook },
  { method: 'post', path: '/webhooks/:id/pause', handler: pauseWebhook },
  { method: 'post', path: '/webhooks/:id/resume', handler: resumeWebhook },
  { method: 'post', path: '/webhooks/:id/remove', handler: removeWebhook },
  { method: 'post', path: '/quarantine/retry', handler: retryAll },
  { method: 'post', path: '/quarantine/:id/retry', handler: retryRecord },
];
