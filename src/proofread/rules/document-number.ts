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

/** A line above the title that is nothing but the paper's own number, and 本通知（甲政办〔2025〕31号） behind it. */
const OWN = /^(?<number>\p{Script=Han}{2,10}[〔\[（(]\d{4}[〕\]）)](?:第)?\d{1,4}号)$/u;
const THIS =
  /本(?:通知|通报|意见|公告|函|方案|办法)（(?<number>\p{Script=Han}{2,10}[〔\[（(]\d{4}[〕\]）)](?:第)?\d{1,4}号)）/gu;

function ownNumber(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const heads = paragraphs.slice(0, 4).filter(({ read }) => OWN.test(read.trim()));
  const [head, more] = heads;
  if (head === undefined || more !== undefined) return [];
  const number = plain(head.read.trim());
  return paragraphs.flatMap((passage) =>
    [...passage.read.matchAll(THIS)].flatMap((match) => {
      const said = match.groups?.['number'] ?? '';
      if (plain(said) === number) return [];
      const end = match.index + match[0].length;
      return [
        disagreement(
          documentNumberRule.id,
          [{ passage, at: match.index, end }],
          { passage: head, at: 0, end: head.read.length },
          {
            message: `本文的文号这里写的是${said}，文头是${head.read.trim()}`,
            expected: '与文头的文号相同',
          },
        ),
      ];
    }),
  );
}

function check(paper: ReadDocument): Contradiction[] {
  return [...ownNumber(paper), ...namedDocuments(paper)];
}

function namedDocuments(paper: ReadDocument): Contradiction[] {
  const known = new Map<string, Numbered>();
  return paragraphsOf(paper).flatMap((passage) => {
    if (!passage.read.includes('号') || OTHER.test(passage.read)) return [];
    return [...passage.read.matchAll(NUMBERED)].flatMap((match) => {
      const { title = '', number = '', short } = match.groups ?? {};
      const end = match.index + match[0].length;
      const one = { passage, at: match.index, end, title, number: plain(number) };
      const inner = innerTitle(title);
      const other = known.get(title) ?? known.get(inner);
      for (const name of [title, short, inner]) {
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

/** 《…关于印发甲指标的通知》 and 《甲指标》: what was issued, where its name is long enough to be of one document. */
function innerTitle(title: string): string {
  const inner = /关于(?:印发|发布|公布)(?<inner>.{8,}?)的(?:通知|公告)$/u.exec(title)?.groups?.[
    'inner'
  ];
  return inner ?? title;
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
