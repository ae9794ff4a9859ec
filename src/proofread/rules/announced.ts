/** 预告的名单: 以下4个账号未备案：“甲”“乙”“丙”; 有3个账号未更新，即…; …，以上4个账号; 三方面要求。一是…四是…. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, quantitiesIn, sumInWords } from '../number/quantity.ts';
import { quotedIn } from '../name/quoted.ts';
import { type Count, countAt, countsOff, EXACTLY, NUMBER } from '../roll.ts';
import { sentencesOf } from '../statement.ts';
import { numeralValue, numeralWords } from '../../text/numeral.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...told(passage),
    ...these(passage),
    ...theseCounted(passage),
    ...points(passage),
  ]);
}

const ACCOUNTS =
  '(?:政务新媒体账号|政务新媒体|新媒体账号|新媒体|账号|微信公众号|公众号|抖音号|微博|政府网站|网站)';
const UNITS = '(?:单位|部门|乡镇|镇街|街道|县区|县|区|镇|乡|企业|学校)';
const TOLD = new RegExp(
  `${NUMBER} ?[个家](?<kind>${ACCOUNTS}|${UNITS})(?<said>[^，。；：“”\\d]{2,30}?)(?:：|，(?:即|分别是|分别为|具体是|具体为|为|是)：?|(?:分别)?(?:为|是)：)(?<row>[^。；：]+)[。；]`,
  'gu',
);
/** 开通视频号的部门共5个，为市公安局、市文旅局. */
const COUNTED = new RegExp(
  `的(?<kind>${ACCOUNTS}|${UNITS})(?<said>共有?|有|为)${NUMBER} ?[个家]，(?:为|是|即|包括)(?<row>[^。；：]+)[。；]`,
  'gu',
);
/** 被约谈的4个乡镇为甲镇、乙镇. */
const TOLD_BY_WORD = new RegExp(
  `的${NUMBER} ?[个家](?<kind>${ACCOUNTS}|${UNITS})(?<said>分别|依次)?(?:为|是)(?<row>[^。；：]+)[。；]`,
  'gu',
);
/** What is counted there are some of more. */
const SOME = /其中|例如|比如|如|包括|等|主要|部分|个别|典型/u;
const PLAIN =
  /(?:局|委|办|厅|镇|乡|街道|县|区|市|旗|网站|政府网|公司|中心|医院|学院|学校|大学|社|残联|工商联|协会|管委会)$/u;

/** The names of a row, up to where a clause without one begins. */
function countIn(row: string, kind: string): { count: number; open: boolean } | undefined {
  if (row.includes('“')) {
    const last = row.lastIndexOf('”');
    const stretch = row.slice(
      0,
      last + 1 + (/^[^，]*/u.exec(row.slice(last + 1))?.[0].length ?? 0),
    );
    const names = quotedIn(stretch);
    // 3家单位 may have more accounts than that.
    if (names === undefined || !new RegExp(`^${ACCOUNTS}$`, 'u').test(kind)) return undefined;
    // A clause between the names says what is wrong with the first ones.
    const outside = stretch.replace(/“[^“”]*”/gu, '“”');
    if (/[不未无没停超]|存在|出现/u.test(outside)) return undefined;
    const isMixed = outside.split(/[、，]/u).some((item) => item !== '' && !item.includes('“'));
    return isMixed ? undefined : { count: names.length, open: /等/u.test(outside) };
  }
  const list = /^[^，]+/u.exec(row)?.[0] ?? '';
  const items = list.replace(/等$/u, '').split('、');
  const isOfNames = items.every(
    (item) => PLAIN.test(item) && item.length <= 20 && !/[不未无没的]/u.test(item),
  );
  return items.length >= 2 && isOfNames && !/[和及与]/u.test(list)
    ? { count: items.length, open: /等$/u.test(list) }
    : undefined;
}

function told(passage: PlacedText): Contradiction[] {
  return [TOLD, COUNTED, TOLD_BY_WORD]
    .flatMap((shape) => [...passage.read.matchAll(shape)])
    .flatMap((match) => {
      const { kind = '', said = '', row = '' } = match.groups ?? {};
      const lead = /[^，。；：]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
      const inside = new RegExp(`${NUMBER} ?[个家]`, 'u').exec(match[0]);
      const number = inside === null ? undefined : countAt(inside);
      if (number === undefined || number.value < 2 || SOME.test(said + lead)) return [];
      const names = countIn(row, kind);
      if (names === undefined) return [];
      const at = match.index + number.at;
      const count: Count = { ...number, at, end: at + number.words.length };
      return countsOff(
        announcedRule.id,
        passage,
        count,
        match.index,
        match.index + match[0].length,
        {
          least: names.count,
          most: names.count,
          open: names.open,
        },
      );
    });
}

const THESE = new RegExp(
  `(?:以上|上述)(?:即(?:为|是)?[^，。；\\d]{0,16}的)?${NUMBER} ?[个家](?:不合格|问题)?${ACCOUNTS}`,
  'gu',
);

const THESE_UNITS =
  /以上(?<count>\d{1,2}|[两二三四五六七八九十]{1,3})[个家](?<kind>单位|部门|账号|网站|乡镇)/gu;

/** 甲局、乙局两家单位未报送，丙局一家单位迟报，以上三家单位. */
function theseCounted(passage: PlacedText): Contradiction[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(THESE_UNITS)].flatMap((match) => {
      const { count = '', kind = '' } = match.groups ?? {};
      const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
      const parts = quantitiesIn(text.slice(0, match.index), true).filter(({ noun }) =>
        noun.startsWith(kind),
      );
      const sum = exactSum(parts.map((one) => one.value));
      if (value === undefined || parts.length < 2 || parts.some((one) => one.value === value))
        return [];
      if (sum === value || Math.abs(sum - value) > 2) return [];
      // One of them may be told twice.
      const names =
        text.match(
          /(?<=^|[、，；和])\p{Script=Han}{2,12}?(?:局|委|办|厅|镇|乡|街道|中心|社|会)(?=[、，；\d两三四五六七八九十])/gu,
        ) ?? [];
      if (new Set(names).size !== names.length) return [];
      return [
        foundAt(
          announcedRule.id,
          passage,
          [at, at + match.index + match[0].length],
          `写的是“${match[0]}”，前面相加，${sumInWords(parts.map((one) => one.value))}`,
          `应为${String(sum)}，或改正前面的个数`,
        ),
      ];
    }),
  );
}

/** “甲”“乙”“丙”微信公众号，以上4个账号: all that the sentence, or else the one before it, has named. */
function these(passage: PlacedText): Contradiction[] {
  const sentences = sentencesOf(passage.read);
  return sentences.flatMap(({ text, at }, index) =>
    [...text.matchAll(THESE)].flatMap((match) => {
      const inside =
        /\d/u.exec(match[0])?.index ?? /[一二两三四五六七八九十]/u.exec(match[0].slice(2))?.index;
      const number = new RegExp(NUMBER, 'u').exec(match[0].slice(2));
      const value = number && countAt(number);
      if (!value || inside === undefined || value.value < 2) return [];
      const own = text.slice(0, match.index);
      const before = sentences[index - 1]?.text ?? '';
      const source = own.includes('“') ? own : index === 1 && own === '' ? before : '';
      const names = quotedIn(source);
      if (names === undefined || names.length < 2 || /等/u.test(source)) return [];
      // Said of some of them only.
      const isUsed = /[；]/u.test(source) && !own.includes('“');
      const start = at + match.index;
      const end = start + match[0].length;
      const distinct = new Set(names.map(({ name, platform }) => `${name} ${platform}`)).size;
      if (isUsed || distinct !== names.length) return [];
      return countsOff(
        announcedRule.id,
        passage,
        { value: value.value, words: match[0].slice(2 + value.at), at: start, end },
        start,
        end,
        { least: names.length, most: names.length, open: false },
      );
    }),
  );
}

const POINTS = new RegExp(
  `${EXACTLY}(?<count>\\d{1,2}|[二两三四五六七八九十]|[二三]?十[一二三四五六七八九]?)(?<unit>个方面|方面|点|条|项)的?(?:工作|具体|整改|主要)*(?:要求|措施|意见|建议|做法|任务|问题|内容|原因|不足)(?:如下)?[。：](?=一(?:是|要))`,
  'u',
);

/** 提出三方面要求。一是…。二是…。三是…。四是…. */
function points(passage: PlacedText): Contradiction[] {
  const match = POINTS.exec(passage.read);
  if (match === null || match[0].endsWith('：')) return [];
  const { count = '', unit = '' } = match.groups ?? {};
  const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
  const rest = passage.read.slice(match.index + match[0].length - 1);
  const marks = [...rest.matchAll(/(?<=[。；：])([一二三四五六七八九十]{1,2})(?:是|要)/gu)].map(
    ([, mark = '']) => numeralValue(mark),
  );
  const isInOrder = marks.every((mark, index) => mark === index + 1);
  if (value === undefined || !isInOrder || marks.length < 2 || marks.length === value) return [];
  const end = match.index + match[0].length;
  return [
    foundAt(
      announcedRule.id,
      passage,
      [match.index, end],
      `写的是“${count}${unit}”，列出的是${String(marks.length)}个`,
      `应为${/\d/u.test(count) ? String(marks.length) : numeralWords(marks.length)}${unit}，或补全列举`,
    ),
  ];
}

export const announcedRule: ProofRule = { id: 'announced', name: '预告的个数与名单', check };
