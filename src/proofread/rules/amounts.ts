/** 大小写: an amount in words beside the same amount in figures, and 三（4）份. */
import { numeralValue } from '../../text/numeral.ts';
import { AMOUNT, amountValue } from '../amount.ts';
import { type Finding, type Place, quoteAround } from '../finding.ts';
import { type Paper, passagesOf, paragraphsOf, placeOf, tablesOf } from '../paper.ts';
import { reading } from '../reading.ts';
import type { Rule } from '../rule.ts';

interface Stretch {
  readonly place: Place;
  readonly text: string;
  readonly read: string;
}

function check(paper: Paper): Finding[] {
  // In a form 大写 and 小写 stand in cells of one row.
  const rows = tablesOf(paper).flatMap((table) =>
    table.rows.flatMap((row): Stretch[] => {
      const text = row.map((cell) => cell.text).join(' ');
      const [first] = row;
      return first ? [{ place: placeOf(table, first), text, read: reading(text) }] : [];
    }),
  );
  return [
    ...[...paragraphsOf(paper), ...rows].flatMap(inFigures),
    ...passagesOf(paper).flatMap(counted),
  ];
}

function inFigures({ place, text, read }: Stretch): Finding[] {
  const amounts = [...read.matchAll(AMOUNT)].flatMap((match) => {
    const value = /[壹贰叁肆伍陆柒捌玖]/u.test(match[0]) ? amountValue(match[0]) : undefined;
    return value === undefined
      ? []
      : [{ value, at: match.index, end: match.index + match[0].length, words: match[0] }];
  });
  return amounts.flatMap(({ value, at, end, words }) => {
    const before =
      /(?:￥|人民币|小写：?|金额：?)? ?(\d[\d,]*(?:\.\d+)?) ?(万元|元)?[（，、 ]{0,2}(?:人民币)?(?:（?大写）?：?)? ?(?:人民币)?$/u.exec(
        read.slice(Math.max(0, at - 40), at),
      );
    const behind =
      /^[（，、 ]{0,2}(?:（?小写）?：?)? ?(?:￥|人民币)? ?(\d[\d,]*(?:\.\d+)?) ?(万元|元)?/u.exec(
        read.slice(end),
      );
    const match = behind ?? before;
    if (!match) return [];
    const figure = Number((match[1] ?? '').replaceAll(',', '')) * (match[2] === '万元' ? 1e4 : 1);
    if (Math.abs(figure - value) < 0.005) return [];
    return [
      {
        rule: amounts_.id,
        place,
        quote: quoteAround(text, at, end),
        message: `大写“${words}”与小写“${(match[1] ?? '') + (match[2] ?? '')}”不一致`,
        expected: `大写金额为${String(value)}元`,
      },
    ];
  });
}

/** 一式三（4）份. */
function counted({ place, text, read }: Stretch): Finding[] {
  const shape = /([一二两三四五六七八九十百]+)（(\d+)）(?=[个份名家件项天日年人台套次])/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const value = numeralValue(match[1] ?? '');
    if (value === undefined || value === Number(match[2])) return [];
    return [
      {
        rule: amounts_.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“${match[1] ?? ''}”与“${match[2] ?? ''}”不一致`,
        expected: '汉字数与阿拉伯数字相同',
      },
    ];
  });
}

const amounts_: Rule = { id: 'amounts', name: '大写与小写', check };
export { amounts_ as amounts };
