/** 成数与个数: 超过九成的网站合格, and 合格35家、不合格5家 beside it; 全部合格，合格率98.2%. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) => [...tenths(statement), ...all(statement)]);
}

const WORDS = '合格|达标|办结|整改到位|整改完成|完成整改|按时更新|按期更新|按期办结|满意';
/** 超过九成的网站合格, 合格率近九成, 合格率在九成以上. */
const TENTHS = new RegExp(
  String.raw`(?<front>超过?|逾|近|约|不足|不到)?(?<tenths>[一二三四五六七八九])成(?<half>半)?(?<behind>以上|左右|多)?(?:的?(?:政府网站|网站|政务新媒体|新媒体|账号|问题|留言|事项|单位|工单))?(?:均|都)?(?<!不)(?<word>${WORDS})(?![率的])`,
  'gu',
);
const RATE_IN_TENTHS = new RegExp(
  String.raw`(?<word>${WORDS})率(?:为|达到?|均|在|已|约为)*(?<front>超过?|逾|近|约|不足|不到)?(?<tenths>[一二三四五六七八九])成(?<half>半)?(?<behind>以上|左右|多)?`,
  'gu',
);

interface Share {
  readonly part: number;
  readonly whole: number;
  readonly first: SaidNumber;
}

/** How many pass, of how many, where the sentence counts both and nothing else. */
function shareIn({ numbers, passage, at }: Statement, word: string): Share | undefined {
  const own = numbers.filter((one) => !one.rough && !one.compared);
  const says = (one: SaidNumber): string => {
    const before = passage.read.slice(Math.max(at, one.at - 12), one.at);
    const clause = /[^，。；：、（）\d]*$/u.exec(before)?.[0] ?? '';
    return `${clause}|${one.noun}`;
  };
  const stem = word.slice(0, 2);
  const failed = own.filter((one) => new RegExp(`[不未]${stem}`, 'u').test(says(one)));
  const passed = own.filter((one) => !failed.includes(one) && says(one).includes(stem));
  const totals = own.filter(
    (one) =>
      /检查|抽查|监测|共|总/u.test(says(one)) && !passed.includes(one) && !failed.includes(one),
  );
  const [pass, fail, total] = [passed[0], failed[0], totals[0]];
  if (passed.length > 1 || failed.length > 1 || totals.length > 1) return undefined;
  if (own.length !== passed.length + failed.length + totals.length) return undefined;
  const first = pass ?? fail;
  if (first === undefined) return undefined;
  const whole = total?.value ?? (pass && fail ? pass.value + fail.value : undefined);
  const part = pass?.value ?? (total && fail ? total.value - fail.value : undefined);
  if (whole === undefined || part === undefined || whole === 0 || part > whole) return undefined;
  return { part, whole, first };
}

/** In percentage points: what lies within is rounding or a way of speaking. */
const SLACK = 0.5;
const NEAR = 8;

function tenths(statement: Statement): Contradiction[] {
  const { passage, text, at } = statement;
  return [TENTHS, RATE_IN_TENTHS]
    .flatMap((shape) => [...text.matchAll(shape)])
    .flatMap((match): Contradiction[] => {
      const { front = '', tenths: digit = '', half, behind = '', word = '' } = match.groups ?? {};
      const share = shareIn(statement, word);
      if (share === undefined) return [];
      const said = (numeralValue(digit) ?? 0) * 10 + (half === undefined ? 0 : 5);
      const real = (share.part / share.whole) * 100;
      const isAbove = /超|逾/u.test(front) || /以上|多/u.test(behind);
      const isBelow = /近|不足|不到/u.test(front);
      const fits = isAbove
        ? real >= said - SLACK
        : isBelow
          ? real <= said + SLACK && real >= said - NEAR * 2
          : Math.abs(real - said) <= NEAR;
      if (fits) return [];
      const place = at + match.index;
      return [
        {
          rule: tenfoldRule.id,
          place: passage.place,
          quote: quoteAround(
            passage.text,
            Math.min(place, share.first.at),
            Math.max(place + match[0].length, share.first.end),
          ),
          message: `写的是“${match[0]}”，与所列的${String(share.part)}、${String(share.whole)}不符`,
          expected: `${String(share.part)}÷${String(share.whole)}为${real.toFixed(1)}%`,
        },
      ];
    });
}

/** 全部合格，合格率为98.2%; 全部合格，不合格2家: all of them, and yet not. */
const ALL =
  /(?:全部|均|都|悉数)(?:为|已|予以)?(?<!不)(?<word>合格|达标|办结|整改到位|整改完成)，(?:总体|整体|抽查|检查)?(?:(?<same>合格|达标|办结|整改完成|整改)率(?:为|达到?|是)?(?<rate>\d+(?:\.\d+)?)%|(?:有|其中)?(?<not>不合格|未达标|未办结|未整改到位|未整改)(?:的|网站|账号|新媒体|政务)*(?<count>\d+)[个家件条])/gu;

function all({ passage, text, at }: Statement): Contradiction[] {
  return [...text.matchAll(ALL)].flatMap((match): Contradiction[] => {
    const { word = '', same, rate, not, count } = match.groups ?? {};
    const isSame = (same ?? not ?? '').includes(word.slice(0, 2));
    const isWhole = rate === undefined ? count === '0' : Number(rate) === 100;
    if (!isSame || isWhole) return [];
    return [
      {
        rule: tenfoldRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, at + match.index, at + match.index + match[0].length),
        message: `前面说全部${word}，后面写的是“${match[0].split('，')[1] ?? ''}”`,
        expected:
          rate === undefined ? `没有${not ?? ''}的，或改正“全部”` : '全部即100%，或改正“全部”',
      },
    ];
  });
}

export const tenfoldRule: ProofRule = { id: 'tenfold', name: '成数、全部与所列个数', check };
