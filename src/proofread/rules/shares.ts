/** 占比之和: 甲占30%、乙占40%、丙占31% make more than everything. */
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, passagesOf } from '../paper.ts';
import { percentagesIn, sumOf } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { sentencesOf } from '../sentence.ts';

function check(paper: Paper): Finding[] {
  return passagesOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => {
      if (/同比|环比|较上|比上|多选|同时|交叉/u.test(text)) return [];
      const each = percentagesIn(text);
      const [first] = each;
      const last = each.at(-1);
      const together = /分别(?:占|为)|占比(?:分别)?(?:为|是)/u.test(text) && /占/u.test(text);
      const everyOne = each.every((one) => /占[^，。；、\d]{0,10}$/u.test(text.slice(0, one.at)));
      if (!first || !last || each.length < 3 || (!together && !everyOne)) return [];
      const sum = sumOf(each.map(({ value }) => value));
      const slack = each.reduce((most, { decimals }) => most + 0.5 * 10 ** -decimals, 0);
      // Less than 95%: the rest was left out on purpose.
      if (Math.abs(sum - 100) <= slack || sum < 95) return [];
      return [
        {
          rule: shares.id,
          place: passage.place,
          quote: quoteAround(passage.text, at + first.at, at + last.end),
          message: `各项占比相加为${String(sum)}%`,
          expected: '各项占比相加为100%',
        },
      ];
    }),
  );
}

export const shares: Rule = { id: 'shares', name: '各项占比之和', check };
