// Writes packages/console/data/region-names.json: the English name of every region, present or former, that has a code.
// Run by hand after the gazetteer has changed: node infra/region-names.mjs
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { openGazetteer } from '../packages/parser/dist/gazetteer/index.js';

/** Names that are not the pinyin of the Chinese ones, or whose pinyin the dictionary gets wrong. */
const own = {
  150000: 'Inner Mongolia',
  540000: 'Tibet',
  610000: 'Shaanxi',
  710000: 'Taiwan',
  810000: 'Hong Kong',
  820000: 'Macao',
  450000: 'Guangxi',
  640000: 'Ningxia',
  650000: 'Xinjiang',
  150100: 'Hohhot',
  230100: 'Harbin',
  540100: 'Lhasa',
  650100: 'Ürümqi',
};

/** @param {string} name such as 镇江市 @returns {string} `Zhenjiang`: without the word for its level unless nothing else is left */
function romanize(name) {
  const bare = name.length > 2 ? name.replace(/(省|市|县|区|自治州|自治县|地区|盟|旗)$/, '') : name;
  const text = pinyin(bare, { toneType: 'none', type: 'array' })
    .map((syllable, i) => (i > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Former regions have reports too; of two with one code the one in force has the name.
const places = openGazetteer()
  .places.filter((place) => place.adcode)
  .sort((a, b) => Number(a.lastListed === null) - Number(b.lastListed === null));
const names = Object.fromEntries(
  places
    .map((place) => [place.adcode, own[place.adcode] ?? romanize(place.name)])
    .sort(([a], [b]) => a.localeCompare(b)),
);
const lines = Object.entries(names).map(([code, name]) => `  "${code}": ${JSON.stringify(name)}`);
writeFileSync(
  new URL('../packages/console/data/region-names.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
);
