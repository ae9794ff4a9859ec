/** 优良天数: 312天，优良率89.5%: the share of a year's days, of which a few may not have been measured. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { placedTexts, type ReadDocument } from '../document/paper.ts';
import { rateWritten } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

const FAIR =
  /优良(?:天数|天气|的?天数)?[^，。；\d]{0,8}(\d{2,3}) ?天[^。；]{0,24}?(?:优良(?:天数)?(?:率|比例|比率)|占比)[^，。；\d]{0,4}(\d{2,3}(?:\.\d+)?) ?%/gu;
/** With a tenth of the days unmeasured a year would not be judged at all. */
const MEASURED = [350, 366];

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap(({ place, text, read }) =>
    [...read.matchAll(FAIR)].flatMap((match) => {
      const sentence = /[^。]*$/u.exec(read.slice(0, match.index))?.[0] ?? '';
      const [whole, days = '', rate = ''] = match;
      const isYear = /全年|\d{4}年/u.test(sentence) && !/\d月|季度|半年|截至/u.test(sentence);
      const [most, least] = MEASURED.map((all) => (Number(days) / all) * 100);
      if (!isYear || /[约近超]/u.test(whole) || most === undefined || least === undefined)
        return [];
      if (Number(rate) <= most && Number(rate) >= least - 0.1) return [];
      return [
        {
          rule: fairdaysRule.id,
          place,
          quote: quoteAround(text, match.index, match.index + whole.length),
          message: `优良率写的是${rate}%，与全年优良${days}天不符`,
          expected: `${days}÷365为${rateWritten(Number(days), 365, rate.split('.')[1]?.length ?? 0)}%`,
        },
      ];
    }),
  );
}

export const fairdaysRule: ProofRule = { id: 'fairdays', name: '优良天数与优良率', check };
