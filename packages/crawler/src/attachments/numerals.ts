import { present } from '@zhibiao/shared';

const digits = '零一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 9999 in Chinese: 一, 十二, 一百零三. */
function chineseNumber(n: number): string {
  if (n < 10) return digits[n] ?? '';
  const units = ['', '十', '百', '千'];
  let out = '';
  let zero = false;
  const figures = String(n);
  [...figures].forEach((figure, i) => {
    const unit = units[figures.length - 1 - i] ?? '';
    if (figure === '0') zero = true;
    else {
      out += (zero && out !== '' ? '零' : '') + digits[Number(figure)] + unit;
      zero = false;
    }
  });
  return out.replace(/^一十/, '十');
}

function roman(n: number): string {
  const parts: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  return parts
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

const letter = (n: number): string => String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

/** A number of an automatic list in one of Word's formats (ST_NumberFormat); '' for bullets and none. */
export function listNumber(n: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographLegalTraditional':
      return chineseNumber(n);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(n)].map((d) => (d === '0' ? '〇' : digits[Number(d)])).join('');
    case 'ideographTraditional':
      return present(stems[(n - 1) % stems.length], 'an item of stems');
    case 'ideographZodiac':
      return present(branches[(n - 1) % branches.length], 'an item of branches');
    case 'decimalFullWidth':
      return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letter(n);
    case 'lowerLetter':
      return letter(n).toLowerCase();
    default:
      return String(n);
  }
}
