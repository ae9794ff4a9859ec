/** Entries that answer a kind of question: who for longest, what to hand in, how it stood, what falls due in a span. */
import { addDays, addMonths, type Day, endOfMonth, startOfWeek } from '../../day/calendar.ts';
import { flowKinds, flowMonths, flows } from '../../domain/figures/flows.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import { TREND_MONTHS } from '../../domain/figures/trend.ts';
import { figures } from '../../domain/figures/figures.ts';
import { handInAddress, handInView } from '../../views/about/hand-in-view.ts';
import { issueAddress, monthAddress, trendAddress } from '../../views/address.ts';
import { monthInWords, shownSpan } from '../../views/day-view.ts';
import { isOwed } from '../../views/due/coming-view.ts';
import { dueDays } from '../../views/due/due-view.ts';
import type { Face } from '../../views/face.ts';
import { lastingFigures, longestOf } from '../../views/figure/longest-view.ts';
import { issueTitle } from '../../views/issue/issue-title.ts';
import { coursePoints } from '../../views/trend/course-points.ts';
import { relativeAddress } from './entry-parts.ts';
import type { CardAnswer, SearchEntry } from '../record.ts';

export function answerEntries(face: Face): SearchEntry[] {
  return [
    ...longestEntries(face),
    ...handInEntries(face),
    ...standingEntries(face),
    ...dueEntries(face),
  ];
}

function answerEntry(
  answers: CardAnswer,
  address: string,
  title: string,
  summary: string,
  more: Partial<Pick<SearchEntry, 'kind' | 'of' | 'count'>> = {},
): SearchEntry {
  return {
    kind: more.kind ?? 'page',
    address: relativeAddress(address),
    title,
    summary,
    names: [],
    known: [],
    codes: [],
    within: [],
    of: more.of,
    count: more.count ?? 0,
    answers,
  };
}

/** On the public site only of what its campaigns may name, and of nothing that its pages do not say. */
function longestEntries(face: Face): SearchEntry[] {
  const told = face.audience === 'internal' ? lastingFigures : (['overdue'] as const);
  return told.flatMap((id) => {
    const longest = longestOf(face, id);
    if (longest === undefined) return [];
    const { one, days } = longest;
    const name = figures.find((figure) => figure.id === id)?.name ?? '';
    const unit = face.ledger.units.get(one.unit)?.name ?? one.issue.listedHost;
    return [
      answerEntry(
        { kind: 'longest' },
        issueAddress(one.id),
        `${name}最久${String(days)}天：${unit}`,
        issueTitle(one),
        { kind: 'figure', of: ['指标', name], count: 1 },
      ),
    ];
  });
}

/** 备案要交什么 asks for what 未备案 owes. */
const LACK = /^(?:未提供有效|停用未|未组织|没有|不够|未|不)/u;

function handInEntries(face: Face): SearchEntry[] {
  const { kinds, moreTime } = handInView(face);
  if (kinds.length === 0) return [];
  const all = kinds.map(({ name, asks }) => `${name}：${asks.join('；')}`).join('。');
  return [
    answerEntry(
      { kind: 'handing-in', words: ['销号', '验收', '办结', '整改', '材料', '佐证'] },
      handInAddress,
      '销号要交什么',
      all,
    ),
    answerEntry(
      { kind: 'handing-in', words: ['延期', '展期', '宽限', '暂缓', '缓办'] },
      handInAddress,
      '怎样申请延期、暂缓',
      moreTime,
    ),
    ...kinds.map(({ name, asks }) =>
      answerEntry(
        { kind: 'handing-in', words: [...new Set([name, name.replace(LACK, '')])] },
        handInAddress,
        `“${name}”销号要交什么`,
        `${asks.join('；')}。`,
      ),
    ),
  ];
}

/** The ends of the months that 趋势 tells, and what came and went in each. */
function standingEntries(face: Face): SearchEntry[] {
  const points = coursePoints(face);
  if (points.length < 2) return [];
  const address = trendAddress('course');
  const { today } = face;
  return [
    ...points
      .slice(0, -1)
      .map(({ on, total, unfinished, overdue, closed, sustained }) =>
        answerEntry(
          { kind: 'standing', on },
          address,
          `${monthInWords(on.slice(0, 7))}底：未完成${String(unfinished)}个，其中逾期${String(overdue)}个`,
          `问题共${String(total)}个，已销号${String(closed)}个，长期坚持${String(sustained)}个。`,
          { kind: 'figure', count: total },
        ),
      ),
    ...flowMonths(face.standing)
      .slice(-TREND_MONTHS)
      .map((month) =>
        answerEntry(
          { kind: 'flow', month: month.month },
          address,
          `${monthInWords(month.month)}：${flowKinds.map((flow) => `${flows[flow].name}${String(month[flow])}个`).join('，')}`,
          `月初未完成${String(month.before)}个，${month.month === today.slice(0, 7) ? '到今天' : '月末'}未完成${String(month.after)}个；按轮次计。`,
          { kind: 'figure', count: 1 },
        ),
      ),
  ];
}

function dueEntries(face: Face): SearchEntry[] {
  const { standing, today } = face;
  const places = dueDays(face);
  return spansOf(today).map(({ words, from, to }) => {
    const due = standing.issues.filter(({ history: { round } }) => isWithin(round.dueOn, from, to));
    // In days that have passed it is late, and still to be handed in.
    const owed = due.filter((one) => isOwed(one) || isWithUnit(one.history)).length;
    const first = places.find(({ day }) => day.iso >= from && day.iso <= to);
    const span = `${words[0] ?? ''}（${shownSpan(face, from, to)}）`;
    return answerEntry(
      { kind: 'due', words, from, to },
      first?.href ?? (due.length > 0 ? monthAddress(from.slice(0, 7)) : '/deadlines.html'),
      due.length === 0
        ? `${span}没有到期的`
        : `${span}到期${String(due.length)}个，其中还没有申请验收${String(owed)}个`,
      '',
      { kind: 'day', count: due.length },
    );
  });
}

function isWithin(day: Day | undefined, from: Day, to: Day): boolean {
  return day !== undefined && day >= from && day <= to;
}

/** Weeks begin on Monday. */
function spansOf(today: Day): { words: string[]; from: Day; to: Day }[] {
  const monday = startOfWeek(today);
  const month = `${today.slice(0, 7)}-01`;
  const week = (at: number) => ({ from: addDays(monday, 7 * at), to: addDays(monday, 7 * at + 6) });
  const monthAt = (at: number) => {
    const from = addMonths(month, at);
    return { from, to: endOfMonth(from) };
  };
  const named = (which: string, more: readonly string[], unit: '周' | '月'): string[] =>
    [which, ...more].flatMap((word) =>
      unit === '周' ? [`${word}周`, `${word}星期`, `${word}礼拜`] : [`${word}月`],
    );
  return [
    { words: named('本', ['这', '这个', '这一'], '周'), ...week(0) },
    {
      words: ['今后7天', '未来7天', '7天内', '七天内', '今后一周', '未来一周', '一周内'],
      from: today,
      to: addDays(today, 6),
    },
    { words: named('下', ['下个', '下一'], '周'), ...week(1) },
    { words: named('上', ['上个', '上一'], '周'), ...week(-1) },
    { words: [...named('本', ['这', '这个'], '月'), '当月'], ...monthAt(0) },
    { words: named('下', ['下个', '下一'], '月'), ...monthAt(1) },
    { words: named('上', ['上个', '上一'], '月'), ...monthAt(-1) },
    {
      words: ['今后两周', '未来两周', '近两周', '最近两周', '两周内', '两个星期', '两周'],
      from: today,
      to: addDays(today, 13),
    },
    {
      words: [
        '今后30天',
        '未来30天',
        '近30天',
        '30天内',
        '三十天内',
        '今后一个月',
        '未来一个月',
        '近一个月',
        '一个月内',
        '未来1个月',
        '1个月内',
      ],
      from: today,
      to: addDays(today, 29),
    },
  ];
}
