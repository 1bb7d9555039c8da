import type { WordList } from './list.ts';

/** Classes of errors: what they are, and what to do. */
export const reasons = {
  advice: [
    '可以重试；若再次失败，请查看运行日志。',
    'Try it again. If it fails once more, the log of the workers says why.',
  ],
  'advice.HttpStatusError': [
    '网站拒绝或没有这个网页：在浏览器中打开网址确认，再重试。',
    'The site refused the page or does not have it: open the address in a browser, then try again.',
  ],
  'advice.NotFoundError': [
    '网页不存在：在浏览器中打开网址确认。',
    'The page does not exist: open the address in a browser to make sure.',
  ],
  'advice.BlockPageError': [
    '网站返回了拦截页：放慢该来源的速度，稍后重试。',
    'The site answered with a block page: slow the source down and try again later.',
  ],
  'advice.TimeoutError': ['网站响应太慢：稍后重试。', 'The site answered too slowly: try again later.'],
  'advice.UnreachableError': ['网站无法连接：稍后重试。', 'The site cannot be reached: try again later.'],
  'advice.CertificateError': [
    '网站证书无效：与网站核实后再重试。',
    'The certificate of the site is not valid: ask the site, then try again.',
  ],
  'advice.RobotsDisallowedError': [
    '网站的 robots.txt 不允许抓取：从来源中去掉这个网址。',
    "The site's robots.txt does not allow it: take the address out of the source.",
  ],
  'advice.ForbiddenAddressError': [
    '网址指向内部网络，已拒绝：确有需要时写入来源的 allowHosts。',
    'The address lies in a private network: name it in allowHosts of its source if that is meant.',
  ],
  'advice.BodyTooLargeError': [
    '网页过大：提高该来源的 limits.maxBytes。',
    'The page is too large: raise limits.maxBytes of its source.',
  ],
  'advice.NoBrowserError': ['需要浏览器渲染：安装 Chromium。', 'It needs a browser: install Chromium.'],
  'advice.CorruptInputError': [
    '内容与格式不符：重新抓取原网页。',
    'The input does not fit its format: crawl the page again.',
  ],
  'advice.EmptyPageError': [
    '网页没有正文：在浏览器中打开网址确认。',
    'The page has no text: open the address in a browser to make sure.',
  ],
  'advice.NeedsOcrError': [
    '内容是扫描图片：安装文字识别，或另找文字版。',
    'It is a scan: install OCR, or find the text elsewhere.',
  ],
  'advice.UnsupportedContentError': [
    '不是可读取的文件类型：从来源中排除这个网址。',
    'Not a kind of file that can be read: exclude the address in its source.',
  ],
  'advice.UnsupportedUrlError': [
    '网址不是 http 或 https：更正网址。',
    'The address is neither http nor https: correct it.',
  ],
  'advice.ZipBombError': [
    '压缩内容异常，已拒绝：不要重试，核实来源。',
    'It unpacks to far too much and was refused: look at the source before you try again.',
  ],
  'advice.TooManyRedirectsError': [
    '网址循环跳转：在浏览器中打开网址确认。',
    'The address redirects in a circle: open it in a browser to make sure.',
  ],
  'advice.BrokenResponseError': ['传输中断：稍后重试。', 'The answer broke off: try again later.'],
  'advice.BrowserCrashedError': [
    '浏览器崩溃：重试；反复出现时增加内存。',
    'The browser crashed: try again; if it does so often, give it more memory.',
  ],
  'advice.MissingBlobError': [
    '归档中缺少原文：重新抓取该网页。',
    'The archive lacks the text: crawl the page again.',
  ],
  'advice.HttpUnavailableError': [
    '网站暂不可用：稍后重试。',
    'The site is not available now: try again later.',
  ],
  'advice.RobotsUnavailableError': [
    '无法读取 robots.txt：稍后重试。',
    'robots.txt cannot be read: try again later.',
  ],
  'advice.JobTimeoutError': [
    '任务耗时过长：重试；反复出现时查看该网页。',
    'The job took too long: try again; if it does so often, look at the page.',
  ],
  'advice.WorkerLostError': [
    '处理时工作进程中断：重试；反复出现时查看该网页。',
    'The worker was lost on it: try again; if it does so often, look at the page.',
  ],
  'advice.HungJobError': [
    '任务无响应，已终止：重试；反复出现时查看该网页。',
    'The job hung and was killed: try again; if it does so often, look at the page.',
  ],
  'advice.ArchiveFullError': [
    '归档磁盘已满：腾出空间，任务会自动继续。',
    'The disk of the archive is full: make room, and the jobs go on by themselves.',
  ],
  'advice.FetchAbortedError': ['抓取中途被中止：重试。', 'The fetch was ended in the middle: try it again.'],
  'advice.FinalError': [
    '重试无济于事：查看原始信息，更正输入。',
    'To try again does not help: read the message and correct the input.',
  ],
  'advice.FormError': [
    '更正标出的字段，再提交。',
    'Correct the field that is marked and send the form again.',
  ],
  'advice.HeadersTooLargeError': [
    '响应头异常：在浏览器中打开网址确认。',
    'The headers of the answer are far too long: open the address in a browser to make sure.',
  ],
  'advice.NoDocumentError': [
    '网址没有给出网页（可能是下载文件）：在浏览器中打开网址确认。',
    'The address gave no page, perhaps a download: open it in a browser to make sure.',
  ],
  'advice.NotArchivedError': [
    '导入的存档里没有这个网页：补充存档后重新导入，或改为联网抓取。',
    'The imported crawl does not hold this page: import one that does, or crawl the address.',
  ],
  'advice.NotOurTurnError': [
    '尚未轮到：稍后会自动重试。',
    'It waits for its turn at the host and goes on by itself.',
  ],
  'advice.OversizedDomError': [
    '网页结构过大：从来源中排除这个网址。',
    'The page is too large for a browser: exclude the address in its source.',
  ],
  'advice.PageTooHeavyError': [
    '网页占用资源过多：从来源中排除，或把来源设为不渲染。',
    'The page takes too much memory: exclude it, or set its source to render: never.',
  ],
  'advice.RedisUnavailableError': [
    'Redis 无法连接：启动 Redis，任务会自动继续。',
    'Redis does not answer: start it, and the jobs go on by themselves.',
  ],
  'advice.RegionError': [
    '补充完整的地区名称或六位代码。',
    'Give the full name of the region or its six-digit code.',
  ],
  'advice.RetryableError': ['暂时失败：稍后重试。', 'It failed for now: try again later.'],
  'advice.RowTooLargeError': [
    '数据行超过数据库上限：检查该文本是否为多份报告的汇编。',
    'The row is larger than the store takes: see whether the text is a collection of many reports.',
  ],
  'advice.ServiceUnavailableError': [
    '所需服务不可用：用 zhibiao doctor 查看，恢复后会自动继续。',
    'A service is away: `zhibiao doctor` says which; the jobs go on when it is back.',
  ],
  'advice.StoreBusyError': [
    '数据库繁忙：稍后会自动重试。',
    'The store is busy; it is tried again by itself.',
  ],
  'advice.StoreUnavailableError': [
    '数据库无法连接：启动数据库，任务会自动继续。',
    'The store does not answer: start it, and the jobs go on by themselves.',
  ],
  'advice.UnknownSchemaError': [
    '数据由其他版本写入：更新本程序，或从备份恢复。',
    'Another version wrote these data: update this one, or restore a backup.',
  ],
  'advice.UnreadableFileError': [
    '文件损坏、加密或格式未知：打开原文件确认，或另找一份。',
    'The file is damaged, locked or of an unknown kind: open it to make sure, or find another copy.',
  ],
  'advice.UnreadablePageError': [
    '内容既不是网页也不是文本：在浏览器中打开网址确认。',
    'It is neither a page nor a text: open the address in a browser to make sure.',
  ],
  'advice.UsageError': ['按提示更正后再试。', 'Correct what the message names and try again.'],
  'advice.WorkerStoppingError': [
    '工作进程正在停止：任务会由其他进程继续。',
    'The worker was stopping: another one goes on with the job.',
  ],
  'advice.ZhibiaoError': ['查看原始信息；可以重试。', 'Read the message; it can be tried again.'],
  'advice.RefusedError': ['在本控制台的页面上重新操作。', 'Make the change from a page of this console.'],
  'advice.DeadEndError': [
    '网页自动转到无法访问的网站：在浏览器中打开网址，找到新的网址。',
    'The page leads on to a site that does not answer: open it in a browser and look for its new address.',
  ],
  'advice.NotTakenError': [
    '接收方没有返回 2xx：查看接收方的日志。',
    'The receiver did not answer with 2xx: look at its log.',
  ],
  'error.NotTakenError': ['接收方未接受', 'Not taken by the receiver'],
  'error.ArchiveFullError': ['归档空间已满', 'The archive is full'],
  'error.BlockPageError': ['被网站拦截', 'Blocked by the site'],
  'error.BodyTooLargeError': ['网页过大', 'Too large'],
  'error.BrokenResponseError': ['响应中断', 'The answer broke off'],
  'error.BrowserCrashedError': ['浏览器崩溃', 'The browser crashed'],
  'error.CertificateError': ['证书无效', 'Invalid certificate'],
  'error.CorruptInputError': ['内容损坏', 'Corrupt input'],
  'error.DeadEndError': ['转到无法访问的网站', 'Goes on to a site that does not answer'],
  'error.EmptyPageError': ['网页为空', 'Empty page'],
  'error.FetchAbortedError': ['抓取被中止', 'Fetch stopped'],
  'error.FinalError': ['无法处理', 'Cannot be processed'],
  'error.ForbiddenAddressError': ['禁止访问的地址', 'Forbidden address'],
  'error.FormError': ['表单有误', 'Wrong form'],
  'error.HeadersTooLargeError': ['响应头过大', 'Headers too large'],
  'error.HttpStatusError': ['网站返回错误状态', 'The site answered with an error'],
  'error.HttpUnavailableError': ['网站暂不可用', 'The site is not available now'],
  'error.HungJobError': ['任务无响应', 'The job hung'],
  'error.JobTimeoutError': ['任务超时', 'The job took too long'],
  'error.Killed': ['任务被终止', 'Killed'],
  'error.MissingBlobError': ['归档中缺少内容', 'Missing in the archive'],
  'error.NeedsOcrError': ['图片需要文字识别', 'Pictures that need OCR'],
  'error.NoBrowserError': ['没有浏览器', 'No browser'],
  'error.NoDocumentError': ['没有正文', 'No document in it'],
  'error.NoSuchPageError': ['网页不存在', 'No such page'],
  'error.NotArchivedError': ['未归档', 'Not in the archive'],
  'error.NotFoundError': ['网页不存在', 'Not found'],
  'error.NotOurTurnError': ['尚未轮到', 'Not its turn yet'],
  'error.OversizedDomError': ['网页结构过大', 'The page has too many elements'],
  'error.PageTooHeavyError': ['网页过重', 'The page needs too much memory or time'],
  'error.RedisUnavailableError': ['Redis 不可用', 'Redis is not available'],
  'error.RegionError': ['地区不明确', 'Region not clear'],
  'error.RetryableError': ['暂时失败', 'Failed for now'],
  'error.RobotsDisallowedError': ['robots.txt 不允许', 'robots.txt does not allow it'],
  'error.RobotsUnavailableError': ['无法读取 robots.txt', 'robots.txt cannot be read'],
  'error.RowTooLargeError': ['数据行过大', 'Row too large'],
  'error.ServiceUnavailableError': ['服务不可用', 'A service is not available'],
  'error.StoreBusyError': ['数据库繁忙', 'The store is busy'],
  'error.StoreUnavailableError': ['数据库不可用', 'The store is not available'],
  'error.TimeoutError': ['超时', 'Timed out'],
  'error.TooManyRedirectsError': ['重定向过多', 'Too many redirects'],
  'error.UnknownSchemaError': ['未知的数据格式', 'Unknown format of data'],
  'error.UnreachableError': ['无法连接', 'Cannot be reached'],
  'error.UnreadableFileError': ['无法读取文件', 'The file cannot be read'],
  'error.UnreadablePageError': ['无法读取网页', 'The page cannot be read'],
  'error.UnsupportedContentError': ['不支持的内容类型', 'Kind of content not supported'],
  'error.UnsupportedUrlError': ['不支持的网址', 'Kind of address not supported'],
  'error.UsageError': ['用法错误', 'Wrong request'],
  'error.WorkerLostError': ['工作进程中断', 'The worker was lost'],
  'error.WorkerStoppingError': ['工作进程正在停止', 'The worker was stopping'],
  'error.ZhibiaoError': ['处理失败', 'Failed'],
  'error.ZipBombError': ['压缩包异常', 'Unpacks to far too much'],
} as const satisfies WordList;
