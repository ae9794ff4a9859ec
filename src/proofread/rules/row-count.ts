/** 单位一行的个数: 甲镇、乙镇、丙乡和丁镇5个乡镇; 约谈甲局、乙局、丙联三家单位，上述两家单位; 存在以下三方面问题：甲、乙、丙、丁. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { namedUnits, rowsOfUnits } from '../name/units.ts';
import { sentencesOf } from '../statement.ts';
import { EXACTLY, valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const N = String.raw`(?<n>\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)`;
const THING = '(?<thing>单位|部门|乡镇|镇街|镇|乡|街道|县区|县（市、区）|区县|县|网站|账号)';
const BEHIND = new RegExp(String.raw`^${N}(?:个|家)${THING}`, 'u');
const POINTED = new RegExp(String.raw`(?:上述|以上|这)${N}(?:个|家)${THING}`, 'gu');
const COUNTED = new RegExp(String.raw`(?<![上述以这])${EXACTLY}${N}(?:个|家)${THING}`, 'gu');
const KINDS = new RegExp(
  String.raw`(?:以下|下列|如下)${N}(?:个)?(?:方面|类|种|项|点)(?:的)?(?:主要|突出|共性|具体)?(?:问题|不足|情况|措施|情形)：(?<row>[^。；：\d“”（）]{6,120})。`,
  'gu',
);

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...sentencesOf(passage.read).flatMap(({ text, at }) => rows(passage, text, at)),
    ...pointedAt(passage),
    ...behindColon(passage),
    ...platforms(passage),
    ...kinds(passage),
  ]);
}

function rows(passage: PlacedText, text: string, at: number): Contradiction[] {
  return rowsOfUnits(text).flatMap(({ names, at: from, end }) => {
    const count = BEHIND.exec(text.slice(end));
    const value = valueWritten(count?.groups?.['n'] ?? '');
    if (count === null || value === undefined || names.length < 3 || value === names.length)
      return [];
    // 甲局、乙局、丙镇2个部门1个乡镇: more is counted.
    if (/^[、和及]?\d+[个家]/u.test(text.slice(end + count[0].length))) return [];
    // 镇 and 乡 are of 乡镇; an office in a row of places is something else.
    if (names.some((name) => name.length < 2) || Math.abs(value - names.length) > 2) return [];
    if (
      !/[镇乡]|街道/u.test(count.groups?.['thing'] ?? '') &&
      /(?:[与及和]|以及)/u.test(text.slice(from, end)) &&
      value < names.length
    )
      return [];
    if (
      new Set(names).size !== names.length ||
      /等|除/u.test(text.slice(Math.max(0, from - 4), end))
    )
      return [];
    return [off(passage, [at + from, at + end + count[0].length], count[0], names.length)];
  });
}

const PLATFORMS = new RegExp(
  String.raw`(?<!第)${N}(?:个|类|种)，(?:分别)?(?:为|是)(?<row>(?:(?:政务|新浪)?(?:微信公众号|微信视频号|公众号|视频号|微博|抖音号?|快手号?|今日头条号?|头条号|小程序|客户端|门户网站|网站)[、和]?){2,8})(?=[。；，])`,
  'gu',
);

/** 政务新媒体4个，分别为微信公众号、微博、抖音号: one of a kind each. */
function platforms(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(PLATFORMS)].flatMap((match) => {
    const { n = '', row = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const items = row.split(/[、和]/u).filter((item) => item !== '');
    if (value === undefined || value === items.length) return [];
    return [off(passage, [match.index, match.index + match[0].length], `${n}个`, items.length)];
  });
}

const COLON = new RegExp(
  String.raw`${EXACTLY}${N}(?:个|家)${THING}[^，。；：\d（）]{0,12}：(?<row>[^。；：\d“”（）]{6,160})(?=[。；]|$)`,
  'gu',
);

/** 共有2家单位零报送：甲、乙、丙. */
function behindColon(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(COLON)].flatMap((match) => {
    const { n = '', row = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const names = namedUnits(row);
    if (value === undefined || names === undefined || names.length < 2 || names.length === value)
      return [];
    if (/[和与]/u.test(row) && Math.abs(names.length - value) === 1) return [];
    if (new Set(names).size !== names.length || Math.abs(names.length - value) > 3) return [];
    return [
      off(passage, [match.index, match.index + match[0].length], `${n}家（个）`, names.length),
    ];
  });
}

/** 约谈三家单位，上述两家单位须…: the last count before it, where there is one alone. */
function pointedAt(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(POINTED)].flatMap((match) => {
    const value = valueWritten(match.groups?.['n'] ?? '');
    const before = [...passage.read.slice(0, match.index).matchAll(COUNTED)].filter(
      ({ groups }) => groups?.['thing'] === match.groups?.['thing'],
    );
    const values = new Set(before.map(({ groups }) => valueWritten(groups?.['n'] ?? '')));
    const [told] = values;
    if (value === undefined || told === undefined || values.size !== 1 || told === value) return [];
    const between = passage.read.slice(before.at(-1)?.index ?? 0, match.index);
    if (
      /其中|另|还有|以及|除/u.test(between) ||
      between.length > 80 ||
      (between.match(/、/gu)?.length ?? 0) > 6 ||
      Math.abs(told - value) > 3
    )
      return [];
    const from = before.at(-1)?.index ?? 0;
    return [
      foundAt(
        rowCountRule.id,
        passage,
        [from, match.index + match[0].length],
        `前面写的是${String(told)}，这里写的是“${match[0]}”`,
        `前后一致，为${String(told)}，或改正前面的数字`,
      ),
    ];
  });
}

function kinds(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(KINDS)].flatMap((match) => {
    const { n = '', row = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const items = row.split(/[、，]/u);
    if (value === undefined || items.length < 3 || items.length === value) return [];
    if (
      /等|一是|[和与]|以及|(?<!不)及(?!时)|其中/u.test(row) ||
      /，/u.test(row) === /、/u.test(row)
    )
      return [];
    if (Math.abs(items.length - value) > 2) return [];
    return [off(passage, [match.index, match.index + match[0].length], `${n}方面`, items.length)];
  });
}

function off(
  passage: PlacedText,
  place: [number, number],
  words: string,
  count: number,
): Contradiction {
  return foundAt(
    rowCountRule.id,
    passage,
    place,
    `写的是“${words}”，列出的是${String(count)}个`,
    `为${String(count)}个，或补全列举`,
  );
}

export const rowCountRule: ProofRule = { id: 'row-count', name: '单位一行的个数', check };
