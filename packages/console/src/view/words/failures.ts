import type { WordList } from './list.ts';

/** What went wrong, and the quarantine. */
export const failures = {
  quarantine: ['隔离区', 'Quarantine'],
  wrongFilter: ['这个筛选条件无法识别', 'This filter cannot be read'],
  wrongYear: ['年份应为四位数字，例如 2024。', 'A year has four digits, such as 2024.'],
  unknownRegion: [
    '没有找到这个地区。可以输入名称、拼音或六位代码。',
    'No such region. Give its name, its pinyin or its six-digit code.',
  ],
  severalRegions: ['这个名称对应多个地区，请选择：', 'Several regions have this name. Choose one:'],
  tooWide: [
    '问题范围过大，无法一次回答。请加上地区、指标或年份。',
    'The question is too wide to be answered at once. Add a region, an indicator or a year.',
  ],
  'stage.crawl': ['抓取', 'crawl'],
  'stage.parse': ['解析', 'parse'],
  'stage.store': ['入库', 'store'],
  refused: ['未能重试', 'Not retried'],
  failures: ['失败', 'Failures'],
  noFailures: ['没有失败。', 'Nothing failed.'],
  example: ['例如', 'such as'],
  whatToDo: ['怎么办', 'What to do'],
  stage: ['环节', 'Stage'],
  input: ['输入', 'Input'],
  reason: ['原因', 'Reason'],
  retry: ['重试', 'Retry'],
  retryAll: ['全部重试', 'Retry all'],
  showResolved: ['显示已处理', 'Show resolved'],
  hideResolved: ['只看未处理', 'Only open ones'],
  resolved: ['已处理', 'Resolved'],
  quarantineEmpty: ['隔离区是空的：没有失败的输入。', 'Empty: no input has failed.'],
  redisAway: ['Redis 无法连接：队列和进度未知。', 'Redis does not answer: queues and progress are unknown.'],
  error: ['出错了', 'Something went wrong'],
  foreign: [
    '此操作不是从本控制台的页面发出的，已拒绝。请在控制台页面上重新操作。',
    'Refused: this change did not come from a page of this console. Make it from the console itself.',
  ],
  tooLarge: ['提交的内容过大，已拒绝。', 'Refused: what was sent is too large.'],
  notFound: ['没有这个页面。', 'There is no such page.'],
  ownFault: ['控制台内部出错，详情见日志。', 'An error of the console; its log says more.'],
  back: ['返回', 'Back'],
} as const satisfies WordList;
