/** 个数与列举: 3个单位（甲、乙）, 以下三个方面：一是…二是…, and a number of rows that the table behind does not have. */
import { numeralWords, markerOf } from '../marker.ts';
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, type Passage, paragraphsOf } from '../paper.ts';
import { type Quantity, quantitiesIn } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { sentencesOf } from '../sentence.ts';

function check(paper: Paper): Finding[] {
  const paragraphs = paragraphsOf(paper);
  return paragraphs.flatMap((passage, index) => [
    ...named(passage),
    ...enumerated(passage, paragraphs.slice(index + 1, index + 7)),
    ...headed(passage, paragraphs.slice(index + 1)),
  ]);
}

function found(passage: Passage, quantity: Quantity, end: number, count: number): Finding {
  const words = passage.text.slice(quantity.at, quantity.end);
  return {
    rule: lists.id,
    place: passage.place,
    quote: quoteAround(passage.text, quantity.at, end),
    message: `写的是“${words}”，列出的是${String(count)}个`,
    expected: `应为${quantity.chinese ? numeralWords(count) : String(count)}${quantity.unit}，或补全列举`,
  };
}

/** 3个单位（甲、乙、丙） and 以下3个单位：甲、乙、丙。 */
function named(passage: Passage): Finding[] {
  return quantitiesIn(passage.read, true).flatMap((quantity) => {
    const behind = passage.read.slice(quantity.end);
    const match =
      /^[^，。；：（）、\d]{0,14}（(?<items>[^（）。；，：]+)）/u.exec(behind) ??
      /^[^，。；：（）、\d]{0,14}：(?<items>[^。；，：（）]+)[。；]/u.exec(behind);
    const items = match?.groups?.['items'];
    if (!match || items === undefined || !isCountOfNames(quantity, match[0])) return [];
    const counts = countsOf(items);
    if (counts.length === 0 || counts.includes(quantity.value)) return [];
    return [
      found(passage, quantity, quantity.end + match[0].length, nearest(counts, quantity.value)),
    ];
  });
}

function nearest(counts: readonly number[], value: number): number {
  return counts.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? 0;
}

/** Units, places and accounts are named one by one; problems and measures are only described. */
function isCountOfNames({ unit }: Quantity, behind: string): boolean {
  const noun = behind.slice(0, behind.search(/[（：]/u));
  return (
    /^[个家名所]$/u.test(unit) &&
    (noun === '' ||
      /(?:单位|部门|街道|镇|乡|办|县|区|村|社区|账号|网站|新媒体|企业|学校|公司|局|机构)$/u.test(
        noun,
      ))
  );
}

/** Kinds of things, not names of them: 20个部门（单位、街道）, 12个县（市、区）. */
const KINDS =
  /^(?:县|市|区|旗|州|盟|县级市|开发区|街|办|单位|部门|街道|乡镇|镇|乡|村|社区|企业|个人|学校|机构|镇街|微信|微博|微信公众号|新浪微博|今日头条|抖音|快手|网站|新媒体)$/u;

/** How many names 甲、乙和丙 may be: 和 joins two names or stands inside one. None where the list is open or no list. */
function countsOf(items: string): number[] {
  if (/等(?:\S{0,6})$|[\d%]|其中|详见|见附|下同|以下|简称|分别/u.test(items)) return [];
  const names = items.split('、').map((name) => name.trim());
  if (
    names.length < 2 ||
    names.some((name) => name === '' || name.length > 25 || KINDS.test(name))
  ) {
    return [];
  }
  const joints = [...(names.at(-1) ?? '').matchAll(/以及|[和及与]/gu)].length;
  return Array.from({ length: joints + 1 }, (_, index) => names.length + index);
}

/** 三个方面的问题：一是…二是…, in the paragraph or in those that follow. */
function enumerated(passage: Passage, next: readonly Passage[]): Finding[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) => {
    const first = /[：，。]一(?:是|要)|^一(?:是|要)/u.exec(text);
    if (!first || first.index === 0) return [];
    const before = quantitiesIn(text.slice(0, first.index + 1), true).findLast(({ noun, unit }) =>
      /方面|问题|措施|工作|环节|点|原因|要求|重点|项|不足|意见|建议/u.test(noun + unit),
    );
    const lead = before && text.slice(before.end, first.index);
    if (!before || lead === undefined || lead.length > 14 || /[，。；]/u.test(lead)) return [];
    if (/以上|多|余|几/u.test(before.label + lead)) return [];
    // The enumeration ends where a heading begins; a paragraph that goes on with 二是 belongs to it.
    const end = next.findIndex(({ read }) => markerOf(read) !== undefined);
    const rest = [
      passage.read.slice(at),
      ...next.slice(0, end < 0 ? undefined : end).map(({ read }) => read),
    ];
    const whole = rest.join('');
    const again = [...whole.matchAll(/(?<=^|[。；：，])一(?:是|要)/gu)];
    const until = again.length > 1 ? (again[1]?.index ?? whole.length) : whole.length;
    const marks = [
      ...whole.slice(0, until).matchAll(/(?<=^|[。；：，])[一二三四五六七八九十]{1,2}(?:是|要)/gu),
    ];
    if (marks.length < 2 || marks.length === before.value) return [];
    const quantity = { ...before, at: before.at + at, end: before.end + at };
    return [found(passage, quantity, quantity.end + lead.length, marks.length)];
  });
}

/** 做好以下五项工作： at the end of a paragraph, and numbered paragraphs behind it. */
function headed(passage: Passage, next: readonly (Passage & { numbered: boolean })[]): Finding[] {
  if (!/[：]\s*$|如下。\s*$/u.test(passage.read)) return [];
  const sentence = sentencesOf(passage.read).at(-1);
  // Only what the last clause counts is what follows: 对照十个重点内容自查，现汇报如下 counts nothing.
  const lastClause = sentence === undefined ? 0 : sentence.text.lastIndexOf('，') + 1;
  if (!sentence || !/以下|如下|下列/u.test(sentence.text.slice(lastClause))) return [];
  const quantities = quantitiesIn(sentence.text, true).filter(
    ({ at, noun, unit }) =>
      at >= lastClause && /^(?:[项条点个]|方面)$/u.test(unit) && !/单位|部门|账号/u.test(noun),
  );
  const [quantity] = quantities;
  const marker = next[0] && markerOf(next[0].read);
  if (quantities.length !== 1 || !quantity || marker?.value !== 1) return [];
  let count = 0;
  for (const { read, numbered } of next) {
    const here = numbered ? undefined : markerOf(read);
    if (numbered || /^附件/u.test(read.trim())) break;
    if (!here) continue;
    if (here.level < marker.level || (here.level === marker.level && here.value !== count + 1))
      break;
    if (here.level === marker.level) count += 1;
  }
  if (count === quantity.value || count < 2) return [];
  const at = sentence.at;
  return [
    found(
      passage,
      { ...quantity, at: quantity.at + at, end: quantity.end + at },
      quantity.end + at,
      count,
    ),
  ];
}

export const lists: Rule = { id: 'lists', name: '个数与列举', check };
