/** Where a report tells its region or its year, strongest first. */
export type EvidenceSource =
  | 'session' // ——2023年1月6日在镇江市第九届人民代表大会第二次会议上
  | 'speaker' // 镇江市人民政府市长
  | 'address' // 我代表苏州市人民政府,向大会报告工作
  | 'dateline' // a date standing alone below the heading
  | 'section' // 一、2022年工作回顾
  | 'sentence' // 2022年是…, 今年是…收官之年
  | 'body' // places named through the text, and what they call themselves (全县, 我市)
  | 'heading' // the report's own title
  | 'title' // the article's title: may be the wrong one
  | 'published'; // the day of publication

/** One piece of evidence; offsets are UTF-16 code units of the article's text, null where it is not in the text. */
export type Evidence = {
  readonly of: 'region' | 'year';
  readonly source: EvidenceSource;
  /** the region's full name, or the delivered year that it speaks for */
  readonly value: string;
  readonly weight: number;
  readonly quote: string;
  readonly span: { readonly start: number; readonly end: number } | null;
};
