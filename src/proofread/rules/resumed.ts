/** 停更的天数: 自2月26日发布信息后，至3月14日才再次更新，停更超过30天; two days between which nothing was told, and how many they are said to be. */
import { daysBetween } from '../../day/calendar.ts';
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { datesIn, dayWritten } from '../date.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const TOLD = '(?:更新|发布|推送|发文|发声)';
/** Behind the first day: 发布1条信息后，直至. */
const LAST = new RegExp(
  `^(?:[^，。；\\d“]{0,8}(?:${TOLD})[^，。；]{0,12}?)(?:之?后|以后|以来)?，?(?:一?直(?:至|到)|至|到|时隔多日)?$`,
  'u',
);
/** Behind the second: 才再次更新，停更时间超过30天. */
const AGAIN = new RegExp(
  `^(?:才|方|始)?(?:再次|再|重新|恢复|又|有)?${TOLD}[^，。；\\d]{0,10}，(?:其?间|期间|中间|中断|停更|断更|间隔|相隔|时隔|未更新)[^，。；\\d]{0,8}?(?<over>超过|已超|长达|达到?|共|为|有|近)?(?<count>\\d{1,3}|[一二两三四五六半]) ?个?(?<unit>天|日|周|星期|月)`,
  'u',
);

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap(paused);
}

function paused(passage: PlacedText): Contradiction[] {
  const dates = datesIn(passage.read);
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    const match = to === undefined ? null : AGAIN.exec(passage.read.slice(to.end));
    if (to === undefined || match === null) return [];
    if (!LAST.test(passage.read.slice(from.end, to.at))) return [];
    const { over = '', count = '', unit = '' } = match.groups ?? {};
    const value = count === '半' ? 0.5 : /\d/u.test(count) ? Number(count) : numeralValue(count);
    const start = dayWritten(from, to.year ?? 2000);
    const end = dayWritten(to, from.year ?? 2000);
    if (value === undefined || start === undefined || end === undefined || over === '近') return [];
    const days = daysBetween(start, end);
    // Without its year the second day may be one of the next.
    if (days < 1) return [];
    const isDays = /[天日]/u.test(unit);
    const least = isDays ? value : Math.floor(value * (unit === '月' ? 28 : 7));
    const isExact = isDays && !/超/u.test(over);
    // With the first and the last day, or between them.
    const isWrong = days + 1 < least || (isExact && days - 1 > value);
    if (!isWrong) return [];
    return [
      foundAt(
        resumedRule.id,
        passage,
        [from.at, to.end + match[0].length],
        `“${over}${count}${unit === '月' ? '个月' : unit}”与“${from.words}”“${to.words}”不符`,
        `两日相距${String(days)}天`,
      ),
    ];
  });
}

export const resumedRule: ProofRule = { id: 'resumed', name: '停更的起止与天数', check };
