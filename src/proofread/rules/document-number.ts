/** 文号: 《管理办法》（甲政办〔2021〕36号，以下简称《办法》） and 《办法》（甲政办〔2021〕63号） are one document with two numbers. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const SHORT = String.raw`(?:，?以?下(?:简|统)?称“?《(?<short>[^《》]{2,20})》”?)?`;
const NUMBERED = new RegExp(
  String.raw`《(?<title>[^《》]{2,60})》（(?<number>\p{Script=Han}{2,10}[〔\[（](?<year>\d{4})[〕\]）](?:第)?(?<serial>\d{1,4})号)${SHORT}`,
  'gu',
);
/** Two documents of one name. */
const OTHER =
  /修订|修正|废止|原(?:《|文号|名|件)|旧|代替|取代|替代|新版|重新印发|此前|同名|两[个份]|转发|省[市县].{0,4}分别|误/u;
/** 《通知》, 《关于…的通知》 without more: many are called so. */
const COMMON = /^(?:通知|通报|意见|函|公告|决定|批复|报告)$/u;

interface Numbered {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly title: string;
  readonly number: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const known = new Map<string, Numbered>();
  return paragraphsOf(paper).flatMap((passage) => {
    if (!passage.read.includes('号') || OTHER.test(passage.read)) return [];
    return [...passage.read.matchAll(NUMBERED)].flatMap((match) => {
      const { title = '', number = '', short } = match.groups ?? {};
      const end = match.index + match[0].length;
      const one = { passage, at: match.index, end, title, number: plain(number) };
      const other = known.get(title);
      for (const name of [title, short]) {
        if (name !== undefined && !known.has(name)) known.set(name, one);
      }
      const isNamed = other?.title !== title || !COMMON.test(title);
      if (other === undefined || other.number === one.number || !isNamed) return [];
      // Of another office, or of another year and place in the row: another document of that name.
      const isOne =
        yearless(other.number) === yearless(one.number) ||
        withoutYear(other.number) === withoutYear(one.number);
      if (!isOne) return [];
      return [
        disagreement(documentNumberRule.id, [one], other, {
          message: `《${title}》的文号这里写的是${number}，前面写的是${other.number}`,
          expected: '同一文件的文号前后相同',
        }),
      ];
    });
  });
}

/** One way of writing the brackets around the year. */
function plain(number: string): string {
  return number
    .replace(/[[（]/u, '〔')
    .replace(/[\]）]/u, '〕')
    .replace('第', '');
}

/** Office and year, without the number in the row. */
function yearless(number: string): string {
  return number.replace(/\d{1,4}号$/u, '');
}

/** Office and place in the row, without the year. */
function withoutYear(number: string): string {
  return number.replace(/〔\d{4}〕/u, '');
}

export const documentNumberRule: ProofRule = {
  id: 'document-number',
  name: '同一文件的文号',
  check,
};
