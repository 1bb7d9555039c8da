import { present } from '@zhibiao/shared';

/**
 * How much a string looks like Chinese prose: the share of its non-ASCII characters that are among the most frequent
 * ones, less what only a wrong decoding brings forth.
 */

// Most frequent characters of modern Chinese text, simplified and traditional, with the punctuation of prose.
const frequent = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔' +
    '這個們來時說為國會對發後過還進樣無從實軍與長動問頭體產處義關條題應戰將話經當開種點總電數報結質統區達強難權記類據邊張該規領確傳師觀導運業級縣積員億萬務環組織據標準' +
    '，。、；：？！“”‘’（）《》—…【】％　',
);

/** @returns share in 0..1 and less; 0 for text without a non-ASCII character */
export function plausibility(text: string, limit = 20_000): number {
  let others = 0;
  let hits = 0;
  let faults = 0;
  const end = Math.min(text.length, limit);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    others++;
    if (frequent.has(present(text[i], 'text at i'))) hits++;
    else if (code === 0xfffd || (code >= 0xe000 && code < 0xf900) || (code >= 0x80 && code < 0xa0))
      faults += 3;
    else if (code >= 0xff61 && code <= 0xff9f) faults += 1;
  }
  return others === 0 ? 0 : (hits - faults) / others;
}
