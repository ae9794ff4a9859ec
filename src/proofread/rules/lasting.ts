/** 为期: how long something took, against the days from which to which it took place. */
import { daysBetween } from '../../day/calendar.ts';
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type DaySpan, daySpansIn } from '../date.ts';
import { type PlacedText, placedTexts, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

/** 为期 may stand a clause behind the days, the other words only right behind them. */
const LASTING =
  /^ ?止?(?:(?:[，（ ]{0,2}(?:共计?|历时|计))|(?:[，（]?[^，。；：（）\d]{0,16}为期)) ?(\d{1,3}|[一二两三四五六七八九十半]{1,3}) ?(天|日|周|个?星期|个月|年)/u;
/** 8月11日至8月15日，共7个工作日: more than there are days. */
const WORKING = /^ ?止?[，（ ]{0,2}(?:共计?|历时|计|为期) ?(\d{1,3})个工作日/u;
/** What lasts so long is a part of it: 期间为期7天的集中检查, 4期为期5天的培训. */
const INSIDE = /期间|其中|每|各|先后|分|多|轮|批|次|累计|[期个]为期/u;

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => [
    ...daySpansIn(passage.read).flatMap((span) => wrong(passage, span)),
    ...months(passage),
  ]);
}

const MONTHS =
  /(?<![\d年])(?<from>\d{1,2})月(?:份)?(?:开始|起|启动)?[，]?(?:至|到|持续到)?(?<to>\d{1,2})月(?:份)?(?:底|末)?(?:结束|止|完成)?，(?:历时|为期|共|前后)(?:约)?(?<count>\d{1,2}|[一二两三四五六七八九十])个月/gu;

/** 从3月开始，6月结束，历时四个月: counted with or without the first month. */
function months({ place, text, read }: PlacedText): Contradiction[] {
  return [...read.matchAll(MONTHS)].flatMap((match) => {
    const { from = '', to = '', count = '' } = match.groups ?? {};
    const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
    const span = Number(to) - Number(from);
    if (value === undefined || span < 1 || value === span || value === span + 1) return [];
    return [
      {
        rule: lastingRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“${count}个月”与起止月份不符`,
        expected: `含首尾共${String(span + 1)}个月`,
      },
    ];
  });
}

function wrong(passage: PlacedText, { from, to, start, end }: DaySpan): Contradiction[] {
  const match = LASTING.exec(passage.read.slice(to.end));
  const working = WORKING.exec(passage.read.slice(to.end));
  const days = daysBetween(start, end) + 1;
  if (working && days >= 1 && Number(working[1]) > days) {
    const until = to.end + working[0].length;
    return [
      {
        rule: lastingRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, from.at, until),
        message: `“${working[1] ?? ''}个工作日”多于起止日期之间的天数`,
        expected: `含首尾共${String(days)}天`,
      },
    ];
  }
  if (!match || days < 1 || INSIDE.test(match[0])) return [];
  const said = daysSaid(match[1] ?? '', match[2] ?? '');
  // Counted with or without the first day.
  if (!said || (days - 1 <= said.most && days >= said.least)) return [];
  const until = to.end + match[0].length;
  return [
    {
      rule: lastingRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, from.at, until),
      message: `“${/(?:为期|共计?|历时|计).*$/u.exec(match[0])?.[0] ?? match[0]}”与起止日期不符`,
      expected: `含首尾共${String(days)}天`,
    },
  ];
}

/** How many days a span of that name has at least and at most. */
function daysSaid(number: string, unit: string): { least: number; most: number } | undefined {
  const value = number === '半' ? 0.5 : /\d/u.test(number) ? Number(number) : numeralValue(number);
  if (value === undefined) return undefined;
  switch (unit) {
    case '天':
    case '日':
      return { least: value, most: value };
    case '个月':
      return { least: Math.floor(value * 28), most: Math.ceil(value * 31) };
    case '年':
      return { least: Math.floor(value * 360), most: Math.ceil(value * 366) };
    default:
      // Five working days make a week as well.
      return { least: Math.floor(value * 7) - 2, most: Math.ceil(value * 7) };
  }
}

export const lastingRule: ProofRule = { id: 'lasting', name: '为期与起止日期', check };
