/**
 * 总的情况: how it stands in sentences that a circular could print — what is not finished, how much of it is late, and
 * how that differs from the last month's end and from a week ago. The figures of a past day come from a replay to it; a
 * day on which the ledger was still empty is compared with nothing.
 */
import { addDays, type Day } from '../../day/calendar.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { type Standing, standing } from '../../domain/issue/standing.ts';
import { byInWords, changeInWords, endInWords, FLAT } from '../change-words.ts';
import { dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { figureNames, followedFigures, validFigures } from '../../text/terms.ts';

export interface LeadView {
  /** 未完成的问题78个，其中逾期20个，逾期问题较5月底增加7个。 In parts that are not broken over two lines. */
  readonly headline: readonly string[];
  /** What adds up to the total, then the comparisons. */
  readonly sentences: readonly string[];
  /** How the late ones differ from the last month's end: 较5月底增加7个; undefined where nothing can be compared. */
  readonly overdueChange: string | undefined;
}

export function leadView(face: Face): LeadView {
  const { ledger, today } = face;
  const now = face.standing;
  if (count(now, 'total') === 0) {
    const none = face.audience === 'public' ? '还没有公布的问题。' : '台账里还没有问题。';
    return { headline: [none], sentences: [], overdueChange: undefined };
  }
  const end = addDays(`${today.slice(0, 7)}-01`, -1);
  const weekAgo = addDays(today, -7);
  const thenAt = (day: Day): Standing | undefined => {
    const then = standing(ledger, day);
    return then.issues.length === 0 ? undefined : then;
  };
  const atEnd = thenAt(end);
  const aWeekAgo = weekAgo === end ? undefined : thenAt(weekAgo);
  const overdueChange =
    atEnd && changeInWords(count(now, 'overdue'), count(atEnd, 'overdue'), endInWords(end, today));
  return {
    headline: headlineOf(now, overdueChange),
    sentences: [
      sumInWords(now),
      ...(atEnd === undefined
        ? []
        : [compared(now, atEnd, `与${endInWords(end, today)}相比`, SINCE_MONTH)]),
      ...(aWeekAgo === undefined
        ? []
        : [
            compared(
              now,
              aWeekAgo,
              `与一周前（${dayView(weekAgo, today).short}）相比`,
              followedFigures,
            ),
          ]),
    ],
    overdueChange,
  };
}

/** Late ones of the last month's end are in the headline already. */
const SINCE_MONTH = followedFigures.filter((id) => id !== 'overdue');
type Counted = keyof typeof figureNames;

function count(standing: Standing, id: Counted | 'total'): number {
  return rowsOf(figureOf(standing, id)).length;
}

function headlineOf(now: Standing, change: string | undefined): string[] {
  const unfinished = count(now, 'unfinished');
  const overdue = count(now, 'overdue');
  if (unfinished === 0) return ['没有未完成的问题。'];
  const late = overdue === 0 ? '没有逾期' : `其中逾期${String(overdue)}个`;
  return stopped([
    `未完成的问题${String(unfinished)}个`,
    late,
    // Said of what it is, or a reader takes it for all that is not finished.
    ...(change === undefined ? [] : [`逾期问题${change}`]),
  ]);
}

/** The parts with a comma behind each and a full stop behind the last. */
function stopped(parts: readonly string[]): string[] {
  return parts.map((part, at) => `${part}${at === parts.length - 1 ? '。' : '，'}`);
}

/** The counts that add up to the total, never merged into one rate. */
function sumInWords(now: Standing): string {
  const parts = ([...validFigures, 'void'] as const)
    .filter((id) => id !== 'void' || count(now, id) > 0)
    .map(
      (id) => `${id === 'sustained' ? '转入' : ''}${figureNames[id]}${String(count(now, id))}个`,
    );
  return `列入台账的问题共${String(count(now, 'total'))}个${elsewhereInWords(now)}：${parts.join('，')}。`;
}

/**
 * （不涉及网站、账号的8个）: of a ledger of websites and accounts, what is about neither, as hazards of premises are; what
 * is about a column of a website is about a website. Empty where there is none, and where there is nothing else.
 */
function elsewhereInWords({ issues }: Standing): string {
  const apart = issues.filter(
    ({ issue }) => issue.account === undefined && issue.listed === undefined,
  ).length;
  return apart === 0 || apart === issues.length ? '' : `（不涉及网站、账号的${String(apart)}个）`;
}

/**
 * 与5月底相比，未完成的减少8个，已销号的增加3个，长期坚持的持平。 What did not change is said together, last; 撤销 only where it
 * changed, since what is withdrawn is unfinished no more.
 */
function compared(now: Standing, then: Standing, since: string, ids: readonly Counted[]): string {
  const withdrawn = count(now, 'void') === count(then, 'void') ? [] : (['void'] as const);
  const changes = [...ids, ...withdrawn].map((id) => ({
    name: figureNames[id],
    by: byInWords(count(now, id), count(then, id)),
  }));
  const flat = changes.filter(({ by }) => by === FLAT).map(({ name }) => name);
  return stopped([
    since,
    ...changes.filter(({ by }) => by !== FLAT).map(({ name, by }) => `${name}的${by}`),
    ...(flat.length === 0 ? [] : [`${flat.join('、')}的${flat.length > 1 ? '均' : ''}${FLAT}`]),
  ]).join('');
}
