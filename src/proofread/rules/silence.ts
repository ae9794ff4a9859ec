/** 未更新的时间: 最近一条信息发布于6月8日，至检查当日（8月21日）已超过三个月未更新: longer than the days between. */
import { addMonths, type Day, daysBetween } from '../../day/calendar.ts';
import { type DateWritten, datesIn, dayWritten, dayWrittenNear } from '../date.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

/** 检查时间：2023年8月21日, one day alone. */
const CHECKED =
  /(?:检查|监测|抽查|巡查|核查|读网)(?:时间|日期|日)(?:点)?(?:为|是)?：?(?<rest>.*)$/u;
const LAST =
  /(?:(?:最近|最后|最新|末)(?:一次|一[条篇则])?(?:发布|更新|推送)?(?:的)?(?:信息|内容|推文|动态|文章|稿件)?(?:的)?(?:发布|更新|推送)?(?:时间|日期)?(?:停留|定格)?(?:于|在|为|是)|自)$/u;
const SILENT =
  /^(?:后|起|以来|以后|发布)?[^。；\d]{0,8}，?(?:至|到|截至|距)[^，。；\d]{0,4}?(?:检查|监测|抽查|巡查|核查)(?:当日|当天|之日|日|时)?[^。；，\d]{0,2}，?(?:已|已经|有)?(?:连续)?(?<bound>超过|超|逾|满|达到?|整整|近)?(?<n>\d{1,3}|[一两二三四五六七八九十]{1,2})(?<unit>个月|个半月|个星期|周|天|日)(?:以上|多)?(?:未|没有|无|停更)/u;

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const day = checkedOn(passages);
  return passages.flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) =>
      datesIn(text).flatMap((last) => wrong(passage, { text, at }, last, day)),
    ),
  );
}

/** The only day that a line of its own says was the check. */
function checkedOn(passages: readonly PlacedText[]): Day | undefined {
  const days = passages.flatMap(({ read }) => {
    const rest = CHECKED.exec(read.trim())?.groups?.['rest'];
    const dates = rest === undefined || rest.length > 24 ? [] : datesIn(rest);
    const [only, more] = dates;
    return only === undefined || more !== undefined ? [] : [dayWritten(only)];
  });
  return days.length === 1 ? days[0] : undefined;
}

function wrong(
  passage: PlacedText,
  { text, at }: { text: string; at: number },
  last: DateWritten,
  checked: Day | undefined,
): Contradiction[] {
  const said = SILENT.exec(text.slice(last.end));
  if (said === null || checked === undefined || !LAST.test(text.slice(0, last.at))) return [];
  const from = dayWrittenNear(last, checked);
  const { n = '', unit = '', bound } = said.groups ?? {};
  const count = valueWritten(n);
  if (from === undefined || count === undefined || unit === '个半月') return [];
  const days = daysBetween(from, checked);
  if (days < 0 || days >= leastDays(from, count, unit, bound === '近')) return [];
  return [
    foundAt(
      silenceRule.id,
      passage,
      [at + last.at, at + last.end + said[0].length],
      `${last.words}到检查当日相距${String(days)}天，写的是“${bound ?? ''}${n}${unit}”`,
      `相距${String(days)}天`,
    ),
  ];
}

/** How many days must have gone by; 近 is a good part of them, and days may be counted with both ends. */
function leastDays(from: Day, count: number, unit: string, isNearly: boolean): number {
  const whole =
    unit === '个月'
      ? daysBetween(from, addMonths(from, count))
      : count * (/[天日]/u.test(unit) ? 1 : 7);
  return isNearly ? whole * 0.7 : whole - 2;
}

export const silenceRule: ProofRule = { id: 'silence', name: '未更新的时间', check };
