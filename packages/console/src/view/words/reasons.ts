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
  'error.HttpStatusError': ['网站返回错误状态', 'HttpStatusError'],
  'error.NotFoundError': ['网页不存在', 'NotFoundError'],
  'error.NoSuchPageError': ['网页不存在', 'NoSuchPageError'],
  'error.BlockPageError': ['被网站拦截', 'BlockPageError'],
  'error.TimeoutError': ['超时', 'TimeoutError'],
  'error.JobTimeoutError': ['任务超时', 'JobTimeoutError'],
  'error.UnreachableError': ['无法连接', 'UnreachableError'],
  'error.HttpUnavailableError': ['网站暂不可用', 'HttpUnavailableError'],
  'error.CertificateError': ['证书无效', 'CertificateError'],
  'error.RobotsDisallowedError': ['robots.txt 不允许', 'RobotsDisallowedError'],
  'error.RobotsUnavailableError': ['无法读取 robots.txt', 'RobotsUnavailableError'],
  'error.ForbiddenAddressError': ['禁止访问的地址', 'ForbiddenAddressError'],
  'error.BodyTooLargeError': ['网页过大', 'BodyTooLargeError'],
  'error.PageTooHeavyError': ['网页过重', 'PageTooHeavyError'],
  'error.OversizedDomError': ['网页结构过大', 'OversizedDomError'],
  'error.ZipBombError': ['压缩包异常', 'ZipBombError'],
  'error.HeadersTooLargeError': ['响应头过大', 'HeadersTooLargeError'],
  'error.TooManyRedirectsError': ['重定向过多', 'TooManyRedirectsError'],
  'error.BrokenResponseError': ['响应中断', 'BrokenResponseError'],
  'error.EmptyPageError': ['网页为空', 'EmptyPageError'],
  'error.UnreadablePageError': ['无法读取网页', 'UnreadablePageError'],
  'error.UnsupportedContentError': ['不支持的内容类型', 'UnsupportedContentError'],
  'error.UnsupportedUrlError': ['不支持的网址', 'UnsupportedUrlError'],
  'error.NoBrowserError': ['没有浏览器', 'NoBrowserError'],
  'error.BrowserCrashedError': ['浏览器崩溃', 'BrowserCrashedError'],
  'error.CorruptInputError': ['内容损坏', 'CorruptInputError'],
  'error.MissingBlobError': ['归档中缺少内容', 'MissingBlobError'],
  'error.UnknownSchemaError': ['未知的数据格式', 'UnknownSchemaError'],
  'error.RowTooLargeError': ['数据行过大', 'RowTooLargeError'],
  'error.UsageError': ['用法错误', 'UsageError'],
} as const satisfies WordList;
