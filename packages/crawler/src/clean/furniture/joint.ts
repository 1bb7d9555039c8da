const sentenceEnd = /[。！？!?；;：:.…”"』」》）)】]$/;
const note = String.raw`(?:[(（【[]\s*)?(?:下转|紧接|上接|转|接)\s*(?:第\s*)?[0-9０-９A-Za-z一二三四五六七八九十]{1,4}\s*版[^\n（）()]{0,12}[)）】\]]?`;
const leaving = new RegExp(String.raw`(?<!\s)\s*${note}\s*$`);
const arriving = new RegExp(String.raw`^\s*${note}\s*`);

/** Two parts of one text: 下转/上接 notes at the joint go, a sentence that was cut in two is put together again. */
export function joinTexts(before: string, after: string): string {
  const left = before.replace(leaving, '').trimEnd();
  const right = after.replace(arriving, '').trimStart();
  if (right === '' || left === '') return left || right;
  if (sentenceEnd.test(left) || isHeading(lastLine(left)) || startsAnew.test(right))
    return `${left}\n\n${right}`;
  return /[A-Za-z0-9]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right;
}

const startsAnew =
  /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章节部分]|各位代表)/;

/** A numbered line without a stop ends by itself: 二、2031年主要目标. */
function isHeading(line: string): boolean {
  return startsAnew.test(line) && line.length <= 40 && !/[，、]$/.test(line);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
