/** What is measured without a unit: an index, a ratio of two incomes. */
const INDEX = '(?:指数|系数|得分|均分|评分|容积率|预期寿命|收入(?:之)?比|比值|倍差)(?:值)?';
const INDEXED = new RegExp(
  `${INDEX}(?:为|达到?|是|降至|提升至|提高到|下降到|降到|上升到|缩小到|缩小至|由|从)?$`,
);
/** 城乡居民收入比为2.1,比上年缩小|0.03 */
const INDEX_MOVED = new RegExp(
  `${INDEX}(?:(?:为|达到?|是)?\\d[\\d.]*,[比较]上年(?:末)?(?:同期)?(?:缩小|扩大|下降|上升|提高|降低)|[由从]\\d[\\d.]*(?:缩小|扩大|下降|上升|提高|降低)[到至为])$`,
);

/** 综合污染指数为7.26: an index has no unit. */
export function isIndex(text: string, clause: number, start: number, end: number): boolean {
  if (!/^(?:[,。;、(:!\n]|$|下降|上升|提高|增长|降低|缩小|扩大)/.test(text.slice(end, end + 2))) return false;
  return (
    INDEXED.test(text.slice(Math.max(clause, start - 12), start)) ||
    INDEX_MOVED.test(text.slice(Math.max(0, start - 36), start))
  );
}
