import type { WordList } from './list.ts';

/** Webhooks. */
export const webhooks = {
  webhooks: ['Webhook 通知', 'Webhooks'],
  webhooksNote: [
    '数据变化、运行失败、来源异常或计划延误时，向指定网址发送签名的通知（Standard Webhooks 规范）。',
    'Tells an address of changed figures, failed runs, sources that have drifted and late schedules, signed as Standard Webhooks say.',
  ],
  toldLast: ['上次通知', 'Told last'],
  webhooksEmpty: ['还没有 webhook。', 'There are no webhooks yet.'],
  addWebhook: ['添加 webhook', 'Add a webhook'],
  webhookAddress: ['接收网址', 'Address that is told'],
  events: ['通知内容', 'Told of'],
  'event.figures.changed': ['数据变化', 'changed figures'],
  'event.run.failed': ['运行失败', 'failed runs'],
  'event.source.drifted': ['来源异常（大量网页无法读取）', 'sources that have drifted'],
  'event.schedule.late': ['计划延误', 'late schedules'],
  'event.test': ['测试', 'test'],
  eventsLacking: ['请至少选择一项通知内容。', 'Choose at least one event.'],
  filterOfChanges: ['只通知这些数据的变化', 'Changes of these figures only'],
  secretOnce: [
    '密钥只显示这一次，请保存在接收方，用于验证签名：',
    'The secret is shown this once. Keep it with the receiver, which checks the signatures by it:',
  ],
  sendTest: ['发送测试', 'Send a test'],
  testTaken: ['测试已送达。', 'The test was taken.'],
  testRefused: ['测试未送达，详情见下方记录。', 'The test was not taken; the log below says why.'],
  deliveries: ['投递记录', 'Deliveries'],
  noDeliveries: ['还没有投递。', 'Nothing has been sent yet.'],
  attempt: ['第几次', 'Try'],
  outcome: ['结果', 'Outcome'],
  messageTaken: ['已送达', 'taken'],
  messageRefused: ['未送达', 'not taken'],
  failuresNow: ['连续失败', 'Failures in a row'],
  webhookPause: ['暂停', 'Pause'],
  webhookRemove: ['删除', 'Remove'],
  pausedByItself: [
    '多次失败，已自动暂停。恢复后会补发此后的变化。',
    'Paused by itself after many failures. What has changed since is told when it goes on.',
  ],
  followByWebhook: ['用 webhook 接收', 'By webhook'],
} as const satisfies WordList;
