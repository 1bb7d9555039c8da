/** Spellings that mean the same in a name. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[“”‘’《》()·\s,、"']/g, ''],
  [/规模以上/g, '规上'],
  [/的/g, ''],
  [/国内生产总值/g, '地区生产总值'],
  [/pm2\.5/gi, 'PM2.5'],
  [/pm10/gi, 'PM10'],
  [/III/g, 'Ⅲ'],
  [/GDP/gi, '地区生产总值'],
  [/优良天数比例/g, '优良天数比率'],
];
const FRONT =
  /^(?:全市|全省|全县|全区|全州|我市|我县|我区|我省|全旗|全自治区|市区|本市|预计|累计|全年|其中|完成|实现|共|同期|辖区|实际完成|稳定|保持|发展|确保|力争|推动|带动|促进|全社会(?=用电|工业)|当年)+/;
const BACK = /(?:完成|实现|达到|预计|总体|水平|达)+$/;

/** One spelling per name: widths, quotes, 的 and 规模以上 do not tell indicators apart. */
export function foldName(name: string): string {
  let text = name.normalize('NFKC');
  for (const [pattern, plain] of SAME) text = text.replace(pattern, plain);
  return text.replace(FRONT, '').replace(BACK, '');
}

/** `[新增|净增]市场主体` stands for two names. */
export function expandName(name: string): string[] {
  const match = /^(.*?)\[([^\]]+)\](.*)$/.exec(name);
  if (match === null) return [name];
  return match[2]!.split('|').flatMap((choice) => expandName(match[1]! + choice + match[3]!));
}
