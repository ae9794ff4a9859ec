/** 所历天数: 5月6日开始、5月10日结束，历时7天; 自5月1日起至5月31日，已连续40天未更新; 为期5个工作日，自2024年3月4日至3月15日. */
import { addDays, daysBetween } from '../../day/calendar.ts';
import { workdaysBetween } from '../../day/workday.ts';
import { numeralValue } from '../../text/numeral.ts';
import { datesIn, daySpansIn, dayWrittenNear } from '../date.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...lasting(passage, text, at),
      ...silent(passage, text, at),
      ...atWork(passage, text, at),
      ...limit(passage, text, at),
      ...months(passage, text, at),
    ]),
  );
}

/** 自5月1日起至5月31日检查时，已连续40天未更新. */
function silent(passage: PlacedText, text: string, at: number): Contradiction[] {
  return daySpansIn(text).flatMap(({ from, to, start, end }) => {
    const said =
      /^[^。；\d]{0,12}(?:已|累计|连续)+(?:连续|超过|达)?(?<n>\d{1,3})天(?:以上)?(?:未|没有|无)(?:更新|发布|内容|信息)/u.exec(
        text.slice(to.end),
      );
    const days = daysBetween(start, end) + 1;
    const n = Number(said?.groups?.['n']);
    if (said === null || days < 1 || n <= days) return [];
    return [
      foundAt(
        daysLastedRule.id,
        passage,
        [at + from.at, at + to.end + said[0].length],
        `${from.words}至${to.words}含首尾共${String(days)}天，写的是${String(n)}天`,
        `不超过${String(days)}天`,
      ),
    ];
  });
}

const AT_WORK = /(?:为期|共|历时|用时)(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})个工作日/u;

/** 为期5个工作日，自2024年3月4日至3月15日. */
function atWork(passage: PlacedText, text: string, at: number): Contradiction[] {
  const match = AT_WORK.exec(text);
  const [span, more] = daySpansIn(text);
  if (match === null || span === undefined || more !== undefined) return [];
  const { n = '' } = match.groups ?? {};
  const said = valueWritten(n);
  if (said === undefined || (span.from.year ?? span.to.year) === undefined) return [];
  const { count, certain } = workdaysBetween(addDays(span.start, -1), span.end);
  if (!certain || Math.abs(count - said) <= 1 || count === 0) return [];
  return [
    foundAt(
      daysLastedRule.id,
      passage,
      [
        at + Math.min(match.index, span.from.at),
        at + Math.max(match.index + match[0].length, span.to.end),
      ],
      `${span.from.words}至${span.to.words}有${String(count)}个工作日，写的是${n}个工作日`,
      `为${String(count)}个工作日`,
    ),
  ];
}

const BEGUN_ENDED = /^(?:开始|启动|起)[^。；\d]{0,12}$/u;
const LASTED =
  /^(?:结束|完成|止|截止)?[^。；\d]{0,6}，(?:历时|为期|共|共计|前后)(?<n>\d{1,3}|[一两二三四五六七八九十]{1,3})(?<unit>天|日|周)/u;

/** 自5月6日开始，5月10日结束，历时7天. */
function lasting(passage: PlacedText, text: string, at: number): Contradiction[] {
  const dates = datesIn(text);
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    if (to === undefined || !BEGUN_ENDED.test(text.slice(from.end, to.at))) return [];
    const lasted = LASTED.exec(text.slice(to.end));
    const { n = '', unit } = lasted?.groups ?? {};
    const said = valueWritten(n);
    const near = `${String(from.year ?? to.year ?? 2023)}-07-01`;
    const [a, b] = [dayWrittenNear(from, near), dayWrittenNear(to, near)];
    if (
      lasted === null ||
      said === undefined ||
      a === undefined ||
      b === undefined ||
      unit === '周'
    )
      return [];
    const days = daysBetween(a, b) + 1;
    if (days < 1 || said <= days) return [];
    return [
      foundAt(
        daysLastedRule.id,
        passage,
        [at + from.at, at + to.end + lasted[0].length],
        `${from.words}到${to.words}，含首尾共${String(days)}天，写的是${n}天`,
        `含首尾共${String(days)}天`,
      ),
    ];
  });
}

const LIMIT =
  /(?:整改|公示|办理|整治|检查)?(?:期限|期|时限)(?:为|共|是)?(?<n>\d{1,3})天，(?:自|从)?/gu;

/** 整改期限为15天，自5月10日起至5月20日止. */
function limit(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(LIMIT)].flatMap((match) => {
    const end = match.index + match[0].length;
    const span = daySpansIn(text).find(({ from }) => from.at >= end && from.at <= end + 2);
    const n = Number(match.groups?.['n']);
    if (span === undefined) return [];
    const days = daysBetween(span.start, span.end) + 1;
    if (days < 1 || Math.abs(days - n) <= 1) return [];
    return [
      foundAt(
        daysLastedRule.id,
        passage,
        [at + match.index, at + span.to.end],
        `${span.from.words}至${span.to.words}含首尾共${String(days)}天，写的是${String(n)}天`,
        `为${String(days)}天`,
      ),
    ];
  });
}

const MONTHS =
  /^[^。；\d]{0,12}(?:停更|未更新|无更新|没有更新)[^。；\d]{0,4}?(?<n>[一两二三四五六])个(?<half>半)?月/u;

/** 8月1日后再无更新，至8月12日检查时已停更近一个月. */
function months(passage: PlacedText, text: string, at: number): Contradiction[] {
  const dates = datesIn(text);
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    if (
      to === undefined ||
      !/^[^。；\d]{0,16}，?(?:至|到|截至)[^，。；\d]{0,4}$/u.test(text.slice(from.end, to.at))
    )
      return [];
    const said = MONTHS.exec(text.slice(to.end));
    const near = `${String(from.year ?? to.year ?? 2023)}-07-01`;
    const [a, b] = [
      dayWrittenNear(from, near),
      dayWrittenNear({ ...to, year: to.year ?? from.year }, near),
    ];
    const count = numeralValue(said?.groups?.['n'] ?? '');
    if (said === null || a === undefined || b === undefined || count === undefined) return [];
    const days = daysBetween(a, b);
    if (days < 1 || days >= count * 30 * 0.7) return [];
    return [
      foundAt(
        daysLastedRule.id,
        passage,
        [at + from.at, at + to.end + said[0].length],
        `${from.words}至${to.words}相距${String(days)}天，写的是${said.groups?.['n'] ?? ''}个月`,
        `相距${String(days)}天`,
      ),
    ];
  });
}

export const daysLastedRule: ProofRule = { id: 'days-lasted', name: '所历天数', check };
