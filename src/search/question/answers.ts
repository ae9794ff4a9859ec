/** 问法: questions of a kind — who for longest, what to hand in, how many then, what falls due — and the entries that answer them. */
import { type CardAnswer, namingKinds } from '../record.ts';
import { COUNTS } from './asking.ts';
import { scoredEntries } from './named.ts';
import { type Lexicon, type NamedEntry, partsOf } from './parts.ts';
import { pastDayIn } from './past-day.ts';

type AnswerOf<Kind extends CardAnswer['kind']> = NamedEntry & {
  answers: Extract<CardAnswer, { kind: Kind }>;
};

/** What a question of a kind is answered with. */
export interface Answered {
  readonly entries: readonly NamedEntry[];
  /** The span of days whose issues are meant; undefined where none is. */
  readonly days: { readonly from: string; readonly to: string } | undefined;
}

/** A question of a kind about something that it names: what of it is left to look for, and the days that it means. */
export interface Narrowed extends Pick<Answered, 'days'> {
  readonly text: string;
}

/** What is late, or waits; 最早 and 最长 beside another word ask for something else. */
const LASTING = '逾期|超期|超时|拖|欠|未完成|没完成|未整改|没整改|没改|等|待|挂';
const SUPERLATIVE = new RegExp(
  `(?:拖得?|时间)?最久|拖得最[长早]|(?<=(?:${LASTING})[^最]{0,8})(?:时间)?最[长早]|(?:时间)?最[长早](?=的?(?:${LASTING}))`,
  'u',
);
const MATERIALS = '材料|佐证|证明|资料|手续|附件';
const STEPS = '销号|验收|办结|延期|暂缓';
const WHAT = '什么(?!时候|时间)|哪些|哪几样|啥|几样';
/** 要交什么, 报哪些材料, 佐证要求, 怎么销号. 填报什么时候截止 and 通报哪些单位 ask for nothing to hand in. */
const HAND_IN = new RegExp(
  [
    `(?:交|(?<![填上申通汇])报|附|提供|准备|写)(?:一?些|的)?(?:${WHAT})(?:样的)?(?:${MATERIALS})?`,
    `(?<=要|需|交|报|附|提供|准备|${STEPS})的?(?:${WHAT})(?:样的)?(?:${MATERIALS})`,
    `(?:${WHAT})(?:样的)?(?:${MATERIALS})(?=.{0,6}(?:${STEPS}))`,
    '(?:材料|佐证|资料)(?:要求|清单|目录)',
    `(?:怎么|怎样|如何)(?:申请)?(?:${STEPS})`,
  ].join('|'),
  'u',
);
/** 不是我们单位的, 不归本局管, 不属于我镇. */
const NOT_OURS =
  /(?:这个?|问题|账号)*不(?:是|属于?|归|该由?)(?:我们?|咱们?|本)(?:单位|部门|街道|中心|学校|[局委办厅院镇乡家])?(?:管|负责|主办|办)?的?(?:问题|账号)?/u;
const DUE = /到期|截止|要交|要报|该交|该报|要办|该办|期限|要完成/u;
const FLOW = /销号|新列|新增|列入|新发现|重启|撤销|办结|长期坚持/u;
const STANDING =
  /逾期|超期|未完成|没完成|没整改|未整改|已?销号|长期坚持|问题总数|有多少问题|多少个?问题/u;
/** What a question of a kind may say besides, of no unit and no problem. */
const BESIDE =
  /(?:(?:哪[个些家]|各个?|全部?)(?:街道|乡镇|镇街|学校|中心|[局委镇乡])|拖得?|时间|单位|部门|账号|平台|申请|提交|验收|整改|材料|佐证|证明|资料|手续|附件|月底|月末|年底|去年|年初|当时|那时|之?前|以前)/u;
const NAMING: ReadonlySet<string> = new Set(namingKinds);
/** How an office is called that the ledger does not know. */
const OFFICE = /\p{Script=Han}(?:[局委办厅院镇乡]|街道|中心|学校)(?:的|$)/u;

/** The answer to a question of a kind; undefined where it is of none, names something, or the ledger has no answer to it. */
export function answersTo(asked: string, lexicon: Lexicon): Answered | undefined {
  const text = textOf(asked);
  const found = kindOf(text, lexicon);
  if (found === undefined || namesSomething(text, found.said, lexicon)) return undefined;
  return { entries: found.entries, days: found.days };
}

/** A question of a kind that is about something it names, or that no card may answer, without what only tells its kind. */
export function narrowed(asked: string, lexicon: Lexicon): Narrowed | undefined {
  const text = textOf(asked);
  const found = kindOf(text, lexicon);
  const rest = [SUPERLATIVE, ...(found?.asking ?? [])].reduce<string>(
    (left, word) => left.replace(word, ''),
    text,
  );
  return rest === text || rest === '' ? undefined : { text: rest, days: found?.days };
}

function textOf(asked: string): string {
  return asked.replaceAll(/\s+/gu, '');
}

interface OfKind extends Answered {
  /** What told the kind, and what of it the cards are about. */
  readonly said: readonly (RegExp | string)[];
  /** What of it names nothing that could be looked for. */
  readonly asking: readonly (RegExp | string)[];
}

function kindOf(text: string, lexicon: Lexicon): OfKind | undefined {
  const figureNames = lists(lexicon).flatMap(({ names }) => names.map(({ name }) => name));
  const kinds = [
    [longest, [SUPERLATIVE, ...figureNames], [SUPERLATIVE]],
    [handingIn, [HAND_IN, ...handInWords(lexicon)], [HAND_IN]],
    [notOurs, [NOT_OURS], [NOT_OURS]],
    [past, [FLOW, STANDING, ...figureNames], []],
  ] as const;
  for (const [entriesOf, said, asking] of kinds) {
    const entries = entriesOf(text, lexicon) ?? [];
    if (entries.length > 0) return { entries, days: undefined, said, asking };
  }
  return due(text, lexicon);
}

function handInWords(lexicon: Lexicon): string[] {
  return answering(lexicon, 'handing-in').flatMap(({ answers }) => answers.words);
}

/** Whether a question names anything besides what told its kind: a unit, a platform, an account, a campaign, a problem. */
function namesSomething(
  text: string,
  said: readonly (RegExp | string)[],
  lexicon: Lexicon,
): boolean {
  const words = said.filter((one) => typeof one === 'string').toSorted(byLength);
  const patterns = [...said.filter((one) => typeof one !== 'string'), BESIDE];
  // What is taken out leaves a gap, so that nothing is read across it.
  const cut = [...words, ...patterns.map((one) => new RegExp(one.source, 'gu'))].reduce<string>(
    (left, word) => left.replaceAll(word, ' '),
    text,
  );
  return cut
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((piece) => partsOf(piece, lexicon))
    .some(
      (part) =>
        (part.kind === 'entries' && part.entries.some(({ kind }) => NAMING.has(kind))) ||
        (part.kind === 'text' && isName(part.text, lexicon)),
    );
}

/** 文旅局, weixin: a piece that something may be called. */
function isName(text: string, lexicon: Lexicon): boolean {
  if (text.length < 2) return false;
  return (
    OFFICE.test(text) || scoredEntries(text, lexicon).some(({ entry }) => NAMING.has(entry.kind))
  );
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

function notOurs(text: string, lexicon: Lexicon): NamedEntry[] {
  return NOT_OURS.test(text) ? answering(lexicon, 'not-ours') : [];
}

/** How it stood at the end of a month that is over, or what came and went in a month. */
function past(text: string, lexicon: Lexicon): NamedEntry[] | undefined {
  const day = pastDayIn(text, lexicon.today);
  if (day === undefined || !(COUNTS.test(text) || /上月|上个月|去年|年初|当时|那时/u.test(text)))
    return undefined;
  // A day that is still to come is no past one, although its month has begun.
  if (day.date !== undefined && `${day.month}-${day.date}` > lexicon.today) return undefined;
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

/** 本周到期, 下个月要交几个: the span, and the issues whose last days lie in it. */
function due(text: string, lexicon: Lexicon): OfKind | undefined {
  const meant = answering(lexicon, 'due')
    .flatMap((card) => {
      const word = card.answers.words.filter((one) => text.includes(one)).toSorted(byLength)[0];
      return word === undefined ? [] : [{ card, word }];
    })
    .toSorted((a, b) => byLength(a.word, b.word))[0];
  if (meant === undefined) return undefined;
  const { card, word } = meant;
  if (text !== word && !DUE.test(text)) return undefined;
  const days = { from: card.answers.from, to: card.answers.to };
  return { entries: [card], days, said: [word, DUE], asking: [word, DUE] };
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
