/** 种类: 解读形式包含文字、图片、视频等5种形式: more kinds are named than are counted, or fewer without 等. */
import { numeralValue, numeralWords } from '../../text/numeral.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { withoutBrackets } from '../scope.ts';
import type { ProofRule } from '../rule.ts';

const COUNTED =
  /(?<![第\d.])(\d{1,2}|[二两三四五六七八九十]{1,2}) ?(?:种|大?类|项|个方面|个类别|个类型|个渠道|个环节)(?:不同)?(?:[^，。；：、（）\d]{0,4}?)(?:形式|方式|途径|渠道|手段|类型|类别|类|平台|方法|载体|语言)/gu;
/** Where the names may begin; a word of these may stand in a name as well, so that every beginning is tried. */
const BEGINS = /通过|采用|采取|运用|利用|使用|借助|包括|包含|涵盖|分为|主要有|[以有含为用是]/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => counted(passage));
}

function counted(passage: PlacedText): Contradiction[] {
  const read = withoutBrackets(passage.read);
  return [...read.matchAll(COUNTED)].flatMap((match) => {
    const [, number = ''] = match;
    const value = /\d/u.test(number) ? Number(number) : numeralValue(number);
    const row = /[^，。；：！？\d“”]*$/u.exec(read.slice(0, match.index))?.[0] ?? '';
    if (value === undefined || !row.includes('、') || /上述|以上|这$/u.test(row)) return [];
    const open = row.endsWith('等');
    const starts = [0, ...[...row.matchAll(BEGINS)].map((one) => one.index + one[0].length)];
    const readings = starts.flatMap((start) => {
      const items = row.slice(start).replace(/等$/u, '').split('、');
      return items.length < 2 ? [] : [{ least: items.length, most: mostOf(items) }];
    });
    const fits = readings.some(({ least, most }) => least <= value && (open || value <= most));
    const [first] = readings;
    if (!first || fits || row.slice(0, -1).includes('等') || Math.abs(first.most - value) > 2)
      return [];
    const listed = value > first.most ? first.most : first.least;
    const from = match.index - row.length;
    return [
      {
        rule: kindsRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, from, match.index + match[0].length),
        message: `写的是“${match[0]}”，列出的是${String(listed)}个`,
        expected: `应为${/\d/u.test(number) ? String(listed) : numeralWords(listed)}，或改正列举`,
      },
    ];
  });
}

/** 和 may join two names or stand inside one. */
function mostOf(items: readonly string[]): number {
  return items.reduce(
    (sum, item) => sum + (item.match(/以及|[和及与或]/gu) ?? []).length,
    items.length,
  );
}

export const kindsRule: ProofRule = { id: 'kinds', name: '种类的个数与列举', check };
