/** 平均: 日均 that does not follow from the sum and the days, and a mean above the highest or below the lowest. */
import { daysBetween, daysInMonth } from '../../day/calendar.ts';
import { datesIn, dayWritten } from '../date.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) => [
    ...daily(statement),
    ...dailyOfPeriod(statement),
    ...quotient(statement),
    ...between(statement),
  ]);
}

/** 7月8日—7月14日受理71184件，日均10169件. */
function daily({ passage, text, at, numbers }: Statement): Contradiction[] {
  const shape =
    /(日均|平均每天|平均每日|月均|平均每月)[^，。；\d]{0,8}?(\d+(?:\.\d+)?) ?([万亿]?[\u4e00-\u9fff]{1,2})/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const place = at + match.index;
    const total = numbers.findLast(
      (one) => one.end <= place && !one.compared && (match[3] ?? '').startsWith(one.unit),
    );
    const lead = passage.read.slice(at, place);
    const parts = total && /日|天/u.test(match[1] ?? '') ? daysOf(lead) : monthsOf(lead);
    if (!total || parts === undefined) return [];
    const said = Number(match[2]);
    const scale = 10 ** (match[2]?.split('.')[1]?.length ?? 0);
    const fits = (count: number) =>
      [Math.round, Math.floor].some(
        (cut) => cut((total.value / count) * scale) === Math.round(said * scale),
      );
    // Working days only: any whole number of days down to half.
    const fewest = /月均|每月/u.test(match[1] ?? '') ? parts : Math.floor(parts / 2);
    const counts = Array.from({ length: parts - fewest + 1 }, (_, index) => parts - index);
    if (counts.some((count) => count > 0 && fits(count)) || fits(parts + 1)) return [];
    const right = (total.value / parts).toFixed(match[2]?.split('.')[1]?.length ?? 0);
    return [
      {
        rule: averagesRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, total.at, place + match[0].length),
        message: `${match[1] ?? ''}写的是${match[2] ?? ''}，与总数${String(total.value)}不符`,
        expected: `${String(total.value)}÷${String(parts)}为${right}`,
      },
    ];
  });
}

/** 第一季度共受理诉求2877件，日均受理80件: more than on working days alone, or less than on all days, by a tenth. */
function dailyOfPeriod({ passage, text, at, numbers }: Statement): Contradiction[] {
  const [match, another] = text.matchAll(
    /(?:日均|平均每[天日])(?<verb>[^，。；：\d]{0,8}?)(?<mean>\d+(?:\.\d+)?) ?(?<unit>[件条个次人])(?!\p{Script=Han}?[、\d])/gu,
  );
  const periods =
    text.match(/第?[一二三四]季度|[上下]半年|全年|\d月|月份|同期|上[季月年]|去年/gu) ?? [];
  if (match === undefined || another !== undefined || periods.length !== 1) return [];
  const days = /季度/u.test(periods[0]) ? 92 : /半年/u.test(periods[0]) ? 184 : 366;
  if (!/季度$|半年$|全年$/u.test(periods[0])) return [];
  const { mean = '', unit = '', verb = '' } = match.groups ?? {};
  const before = numbers.filter((one) => one.end <= at + match.index);
  const [total, more] = before;
  const gap = passage.read.slice(total?.end ?? at, at + match.index);
  if (total === undefined || more !== undefined || total.rough || total.compared) return [];
  if (total.unit !== unit || total.scope >= 0 || !/^[^。；\d，]{0,8}，(?:工作日)?$/u.test(gap))
    return [];
  // 受理2877件，日均接听80个: of something else.
  if (!total.label.includes(verb.replace(/为|约|达到?/gu, ''))) return [];
  const implied = total.value / Number(mean);
  // A hotline is open on all days.
  const least = /12345|热线/u.test(text) ? days : days / 2;
  if (implied >= least * SLACK_BELOW && implied <= days * SLACK_ABOVE) return [];
  return [
    {
      rule: averagesRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, total.at, at + match.index + match[0].length),
      message: `日均写的是${mean}，与${periods[0]}的总数${String(total.value)}不符`,
      expected: `${String(total.value)}÷${String(days)}约为${(total.value / days).toFixed(1)}`,
    },
  ];
}

/** A tenth either way. */
const [SLACK_BELOW, SLACK_ABOVE] = [0.9, 1.1];

/** 访问2,161,634人次，浏览7,315,699页，平均4.38页/人次. */
function quotient({ passage, text, at }: Statement): Contradiction[] {
  const shape =
    /平均[^，。；\d]{0,10}?(\d+\.\d+) ?([\u4e00-\u9fff]{1,2})\/([\u4e00-\u9fff]{1,2})/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const [whole, said = '', over = '', under = ''] = match;
    if (/[日天月年周]/u.test(under)) return [];
    const lead = text.slice(0, match.index);
    const total = (unit: string): number[] => [
      ...new Set(
        [...lead.matchAll(new RegExp(`(\\d[\\d,]*) ?${unit}(?!/)`, 'gu'))].map(([, number = '']) =>
          Number(number.replaceAll(',', '')),
        ),
      ),
    ];
    const [[a, ...more], [b, ...others]] = [total(over), total(under)];
    if (a === undefined || b === undefined || b === 0 || more.length + others.length > 0) return [];
    const decimals = said.split('.')[1]?.length ?? 0;
    if (Math.abs(a / b - Number(said)) < 10 ** -decimals) return [];
    return [
      {
        rule: averagesRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, at + match.index, at + match.index + whole.length),
        message: `平均写的是${said}${over}/${under}，与${String(a)}${over}、${String(b)}${under}不符`,
        expected: `${String(a)}÷${String(b)}为${(a / b).toFixed(decimals)}`,
      },
    ];
  });
}

/** How many days a sentence is about: a span of days, or one month. */
function daysOf(lead: string): number | undefined {
  const dates = datesIn(lead);
  const [from, to] = dates;
  if (from && to && dates.length === 2 && to.at - from.end <= 4) {
    const year = from.year ?? to.year ?? 2023;
    const [start, end] = [dayWritten(from, year), dayWritten(to, year)];
    const days = start === undefined || end === undefined ? -1 : daysBetween(start, end);
    return days > 0 ? days + 1 : undefined;
  }
  const month = /(?:(\d{4})年)?(?<![\d至\-—])(\d{1,2})月份?(?![\d至\-—])/u.exec(lead);
  // 第一季度受理2877件，3月日均80件: the sum is of the quarter.
  if (!month || dates.length > 0 || /季度|半年|全年|年度/u.test(lead)) return undefined;
  const number = Number(month[2]);
  return number >= 1 && number <= 12 ? daysInMonth(Number(month[1] ?? 2023), number) : undefined;
}

function monthsOf(lead: string): number | undefined {
  if (/[上下]半年/u.test(lead)) return 6;
  if (/季度/u.test(lead)) return 3;
  return /全年|年度/u.test(lead) ? 12 : undefined;
}

/** 最高98分，最低71分，平均86.5分. */
function between({ passage, text, at }: Statement): Contradiction[] {
  const value = (words: RegExp) => {
    const match = words.exec(text);
    return match
      ? { value: Number(match[1]), at: match.index, end: match.index + match[0].length }
      : undefined;
  };
  const high = value(/最高(?:分|得分|为|是|达|的)*[^，。；\d]{0,4}(\d+(?:\.\d+)?) ?分/u);
  const low = value(/最低(?:分|得分|为|是|的)*[^，。；\d]{0,4}(\d+(?:\.\d+)?) ?分/u);
  const mean = value(/平均(?:分|得分|成绩|为|是)*[^，。；\d]{0,4}(\d+(?:\.\d+)?) ?分/u);
  if (!high || !low || high.value < low.value) return [];
  if (!mean || (mean.value <= high.value && mean.value >= low.value)) return [];
  return [
    {
      rule: averagesRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, at + Math.min(high.at, low.at, mean.at), at + mean.end),
      message: `平均${String(mean.value)}分，不在最低${String(low.value)}分与最高${String(high.value)}分之间`,
      expected: `平均分在${String(low.value)}与${String(high.value)}之间`,
    },
  ];
}

export const averagesRule: ProofRule = { id: 'averages', name: '平均数', check };
