/** 互斥的说法: words of which a thing has one and no other (合格, 基本合格, 不合格), and whether they leave nothing out. */
import type { ToldFigure } from './figure.ts';

interface Family {
  readonly members: readonly RegExp[];
  /** Those that must be told before the others may be less than everything. */
  readonly closed: readonly number[] | undefined;
}

const FAMILIES: readonly Family[] = [
  {
    members: [
      /(?<!不|基本)合格|(?<!不|未|基本)达标|运行正常/u,
      /基本(?:合格|达标)/u,
      /不合格|[不未]达标|触及单项否决|未达到/u,
    ],
    closed: [0, 2],
  },
  {
    members: [/优秀/u, /良好/u, /(?<!不)合格|一般|中等/u, /不合格|较?差/u],
    closed: [0, 3],
  },
  { members: [/上升|进步|提升/u, /下降|退步/u, /持平|不变/u], closed: [0, 1, 2] },
  { members: [/(?<!部分|不|基本)属实/u, /部分属实/u, /不属实/u], closed: [0, 2] },
  { members: [/(?<!未|不予)通过/u, /退回|未通过|不予通过/u], closed: [0, 1] },
  { members: [/按[时期]|如期/u, /逾期|超期|超时/u, /未/u], closed: undefined },
  { members: [/(?<!未|未能)办结|已办/u, /正在办|在办|未办结|尚在办/u], closed: [0, 1] },
  {
    members: [
      /(?<!未|未能|基本)整改到位|(?<!未)(?:已|完成)(?:全部)?整改/u,
      /基本(?:整改)?到位|正在整改|阶段性/u,
      /未(?:完成)?整改|未到位/u,
    ],
    closed: [0, 2],
  },
  { members: [/有效/u, /无效/u], closed: [0, 1] },
  { members: [/实名/u, /匿名/u], closed: [0, 1] },
  { members: [/纸质/u, /电子/u], closed: [0, 1] },
  { members: [/(?<!不)一致/u, /不一致/u], closed: [0, 1] },
  { members: [/原创|自采/u, /转载/u], closed: [0, 1] },
  {
    members: [/微信(?!视频)|公众号/u, /微博/u, /抖音/u, /头条/u, /快手/u, /视频号/u, /客户端/u],
    closed: undefined,
  },
];

/** What stands around a number and says which it is: the words before it, else those behind it. */
function wordsOf({ label, noun }: ToldFigure): string {
  const own = label.replace(/^(?:其中|，)+|(?:[的有为共]|账号|网站|单位)+$/gu, '');
  return own.length > 1 ? own : noun.slice(0, 14);
}

/** 已开设 and 未开设: what the second denies of the first. */
function isDenied(one: ToldFigure, next: ToldFigure): boolean {
  const done = /[未无](?<done>\p{Script=Han}{2})/u.exec(wordsOf(next))?.groups?.['done'];
  return (
    done !== undefined &&
    done !== '备案' &&
    new RegExp(`(?<![未无])${done}`, 'u').test(wordsOf(one).slice(0, 8))
  );
}

export interface ExclusiveRun {
  readonly parts: readonly ToldFigure[];
  /** Nothing is left out. */
  readonly isClosed: boolean;
}

/** Numbers of one sentence, one behind the other, each another member of one family. */
export function exclusiveRuns(plain: readonly ToldFigure[]): ExclusiveRun[] {
  const runs = FAMILIES.flatMap(({ members, closed }) => {
    const places = plain.map((one) => memberOf(wordsOf(one), members));
    const found: ExclusiveRun[] = [];
    let from = 0;
    while (from < plain.length) {
      let to = from;
      while (to < plain.length && goesOn(plain, places, from, to)) to += 1;
      const own = places.slice(from, to);
      if (own.length >= 2)
        found.push({
          parts: plain.slice(from, to),
          isClosed: closed?.every((place) => own.includes(place)) ?? false,
        });
      from = Math.max(to, from + 1);
    }
    return found;
  });
  const denied = plain.flatMap((one, at): ExclusiveRun[] => {
    const next = plain[at + 1];
    const isOne = next?.sentence === one.sentence && next.kind === one.kind;
    return next !== undefined && isOne && isDenied(one, next)
      ? [{ parts: [one, next], isClosed: true }]
      : [];
  });
  return [...runs, ...denied];
}

/** The most special of the members: 不合格 is no 合格. */
function memberOf(words: string, members: readonly RegExp[]): number {
  return members.findLastIndex((shape) => shape.test(words));
}

/** Whether the number at `to` is another member than those from `from` on, in the same sentence. */
function goesOn(
  plain: readonly ToldFigure[],
  places: readonly number[],
  from: number,
  to: number,
): boolean {
  const [first, one] = [plain[from], plain[to]];
  const place = places[to] ?? -1;
  return (
    place >= 0 &&
    first?.sentence === one?.sentence &&
    first?.kind === one?.kind &&
    !places.slice(from, to).includes(place)
  );
}
