/** 问法: questions of a kind — who for longest, what to hand in, how many then, what falls due — and the entries that answer them. */
import type { CardAnswer } from '../record.ts';
import { COUNTS } from './asking.ts';
import { type AskedDay, readDay } from './days.ts';
import type { Lexicon, NamedEntry } from './parts.ts';

type AnswerOf<Kind extends CardAnswer['kind']> = NamedEntry & {
  answers: Extract<CardAnswer, { kind: Kind }>;
};

/** What a question of a kind is answered with. */
export interface Answered {
  readonly entries: readonly NamedEntry[];
  /** The span of days whose issues are meant; undefined where none is. */
  readonly days: { readonly from: string; readonly to: string } | undefined;
}

const SUPERLATIVE = /最[久长早]|时间最|拖得最/u;
/** 要交什么, 报哪些材料, 佐证要求, 怎么销号. */
const HAND_IN =
  /(?:交|报|附|提供|准备|提交|写)(?:一?些|的)?(?:什么|哪些|哪几样|啥|几样)|(?:什么|哪些|哪几样|啥)(?:样的)?(?:材料|佐证|证明|资料|手续|附件)|(?:材料|佐证|资料)(?:要求|清单|目录)|(?:怎么|怎样|如何)(?:申请)?(?:销号|验收|办结|延期|暂缓)/u;
const DUE = /到期|截止|要交|要报|该交|该报|要办|该办|期限|要完成/u;
const FLOW = /销号|新列|新增|列入|新发现|重启|撤销|办结|长期坚持/u;
const STANDING =
  /逾期|超期|未完成|没完成|没整改|未整改|已?销号|长期坚持|问题总数|有多少问题|多少个?问题/u;

/** The answer to a question of a kind; undefined where it is of none, or where the ledger has no answer to it. */
export function answersTo(asked: string, lexicon: Lexicon): Answered | undefined {
  const text = asked.replaceAll(/\s+/gu, '');
  const found = longest(text, lexicon) ?? handingIn(text, lexicon) ?? past(text, lexicon);
  if (found !== undefined && found.length > 0) return { entries: found, days: undefined };
  return due(text, lexicon);
}

function answering<Kind extends CardAnswer['kind']>(
  { entries }: Lexicon,
  kind: Kind,
): AnswerOf<Kind>[] {
  return entries.filter((one): one is AnswerOf<Kind> => one.answers?.kind === kind);
}

/** The figure that is named, else what is late; with the card the list of all that it counts. */
function longest(text: string, lexicon: Lexicon): NamedEntry[] | undefined {
  if (!SUPERLATIVE.test(text)) return undefined;
  const cards = answering(lexicon, 'longest');
  const named = figuresIn(text, lexicon).map(({ of }) => of?.[1]);
  const meant = cards.find(({ of }) => named.includes(of?.[1])) ?? cards[0];
  if (meant === undefined) return undefined;
  return [meant, ...lists(lexicon).filter(({ of }) => of?.[1] === meant.of?.[1])];
}

/** The figures whose names stand in a text, the longest name first. */
function figuresIn(text: string, lexicon: Lexicon): NamedEntry[] {
  return lists(lexicon)
    .flatMap((entry) => {
      const size = Math.max(
        0,
        ...entry.names.flatMap(({ name }) => (text.includes(name) ? [name.length] : [])),
      );
      return size === 0 ? [] : [{ entry, size }];
    })
    .toSorted((a, b) => b.size - a.size)
    .map(({ entry }) => entry);
}

function lists({ entries }: Lexicon): NamedEntry[] {
  return entries.filter(({ kind, answers }) => kind === 'figure' && answers === undefined);
}

/** Of the thing that is named, the longest name first; else of a closing. */
function handingIn(text: string, lexicon: Lexicon): NamedEntry[] | undefined {
  if (!HAND_IN.test(text)) return undefined;
  const cards = answering(lexicon, 'handing-in');
  const [general] = cards;
  const named = cards
    .flatMap((card) => {
      const words = card.answers.words.filter((word) => text.includes(word));
      return words.length === 0 || card === general
        ? []
        : [{ card, size: Math.max(...words.map(({ length }) => length)) }];
    })
    .toSorted((a, b) => b.size - a.size)
    .map(({ card }) => card);
  return general === undefined ? undefined : [...named, general];
}

/** How it stood at the end of a month that is over, or what came and went in a month. */
function past(text: string, lexicon: Lexicon): NamedEntry[] | undefined {
  const day = dayIn(text, lexicon.today);
  if (day === undefined || !(COUNTS.test(text) || /上月|上个月|去年|年初|当时|那时/u.test(text)))
    return undefined;
  const today = figuresIn(text, lexicon).slice(0, 1);
  const months = answering(lexicon, 'flow').filter(({ answers }) => answers.month === day.month);
  if (FLOW.test(text) && !day.isEnd) return months.length === 0 ? undefined : [...months, ...today];
  if (!STANDING.test(text)) return undefined;
  const ends = answering(lexicon, 'standing');
  const exact = ends.filter(({ answers }) => answers.on.startsWith(day.month));
  // A day within a month is told by the ends on both sides of it.
  const before =
    day.date === undefined
      ? undefined
      : ends.findLast(({ answers }) => answers.on < `${day.month}-${day.date}`);
  const cards = [...exact, ...(before === undefined ? [] : [before])];
  return cards.length === 0 ? undefined : [...new Set([...cards, ...today])];
}

interface PastDay {
  /** YYYY-MM. */
  month: string;
  /** The day of the month in two digits; undefined where a month is meant or its end. */
  date: string | undefined;
  isEnd: boolean;
}

/** The day or month that stands in a question: 5月底, 6月8日, 上月底, 去年底. */
function dayIn(text: string, today: string): PastDay | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const asked = readDay(text.slice(at));
    if (asked !== undefined) return pastDay(asked, text.slice(at, at + asked.length), today);
  }
  const [year = 0, month = 0] = today.split('-').map(Number);
  const isEnd = /底|末|初/u.test(text);
  if (/上个?月/u.test(text))
    return {
      month: month === 1 ? `${String(year - 1)}-12` : `${String(year)}-${padded(month - 1)}`,
      date: undefined,
      isEnd,
    };
  if (/去年年?[底末]|年初/u.test(text))
    return { month: `${String(year - 1)}-12`, date: undefined, isEnd: true };
  if (/[本这当]个?月/u.test(text)) return { month: today.slice(0, 7), date: undefined, isEnd };
  return undefined;
}

/** Without a year the latest such month that is not still to come. */
function pastDay({ year, month, day }: AskedDay, written: string, today: string): PastDay {
  const thisYear = Number(today.slice(0, 4));
  const isOver = `${String(thisYear)}-${padded(month)}` <= today.slice(0, 7);
  return {
    month: `${String(year ?? (isOver ? thisYear : thisYear - 1))}-${padded(month)}`,
    date: day === undefined ? undefined : padded(day),
    isEnd: /底|末/u.test(written),
  };
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** 本周到期, 下个月要交几个: the span, and the issues whose last days lie in it. */
function due(text: string, lexicon: Lexicon): Answered | undefined {
  const meant = answering(lexicon, 'due')
    .flatMap((card) => {
      const word = card.answers.words.filter((one) => text.includes(one)).toSorted(byLength)[0];
      return word === undefined ? [] : [{ card, word }];
    })
    .toSorted((a, b) => byLength(a.word, b.word))[0];
  if (meant === undefined) return undefined;
  const { card, word } = meant;
  if (text !== word && !DUE.test(text)) return undefined;
  return { entries: [card], days: { from: card.answers.from, to: card.answers.to } };
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
