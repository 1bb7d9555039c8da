const REDACTED = /(?:20|二[〇0○O])[xX×*＊]{2}年?|(?<![a-zA-Z\d])[xX×]{2,4}年/g;

/** Years of the text were struck out (20xx年): those of its titles were then set by whoever copied it. */
export const isRedacted = (text: string): boolean =>
  WHOLE_YEAR.test(text) || (text.match(REDACTED)?.length ?? 0) >= 2;
/** One 20xx年 is enough; what might be a name (XX年) counts from two on. */
const WHOLE_YEAR = /(?:20|二[〇零○O])[xX×*＊]{2}年/;
