/** 句读: a document as sentences with the numbers they state, each with its scope: the bracket it stands in. */
import { entityOf, type Stance, stanceOf } from './meaning.ts';
import type { ReadDocument, PlacedText } from './document/paper.ts';
import { placedTexts } from './document/paper.ts';
import { type Percentage, percentagesIn, type Quantity, quantitiesIn } from './number/quantity.ts';

/** A number that is said; places count in the passage. */
export interface SaidNumber extends Quantity {
  readonly passage: PlacedText;
  /** The share of its whole that stands behind it: 占77.1%. */
  readonly share: Percentage | undefined;
  /** Place of the bracket that it stands in, -1 outside of brackets. */
  readonly scope: number;
  readonly stance: Stance | undefined;
  /** 近20个, 20个以上, 不少于2次. */
  readonly rough: boolean;
  /** Said of another time or as a change: 比上季度的18个增加5个. */
  readonly compared: boolean;
}

export interface Statement {
  readonly passage: PlacedText;
  readonly text: string;
  /** Where the sentence begins and ends in its passage. */
  readonly at: number;
  readonly end: number;
  /** What can be added up: exact numbers of things, in order. */
  readonly numbers: readonly SaidNumber[];
  readonly percentages: readonly Percentage[];
  /** Index among the sentences of the document. */
  readonly index: number;
}

/** The sentences of a text, cut behind 。！？ and at line breaks. */
export function sentencesOf(read: string): { text: string; at: number }[] {
  return [...read.matchAll(/[^。！？\n]+[。！？]?/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}

/** No sentence that somebody wrote has more; every pair of them is looked at. */
const MOST_NUMBERS = 100;

const cache = new WeakMap<ReadDocument, readonly Statement[]>();

/** All sentences of a document, cells included. */
export function statementsOf(paper: ReadDocument): readonly Statement[] {
  const known = cache.get(paper);
  if (known) return known;
  const statements: Statement[] = [];
  for (const passage of placedTexts(paper)) {
    const numbers = numbersIn(passage);
    const percentages = percentagesIn(passage.read);
    for (const { text, at } of sentencesOf(passage.read)) {
      const end = at + text.length;
      const inside = (one: { at: number }) => one.at >= at && one.at < end;
      statements.push({
        passage,
        text,
        at,
        end,
        numbers: numbers.filter(inside).slice(0, MOST_NUMBERS),
        percentages: percentages.filter(inside),
        index: statements.length,
      });
    }
  }
  cache.set(paper, statements);
  return statements;
}

/** Hours, marks and kinds are counted, but not added up. */
const NOT_ADDED = /^(?:点|天|期|分|方面|类|种|字|课时)$/u;
const NOT_THINGS = /^(?:方面|环节|阶段|步骤|层面|以上|以下|左右|以内|多)/u;

function numbersIn(passage: PlacedText): SaidNumber[] {
  const { read } = passage;
  const scopes = scopesOf(read);
  const all = quantitiesIn(read);
  const percentages = percentagesIn(read);
  return all.flatMap((one, index): SaidNumber[] => {
    if (NOT_ADDED.test(one.unit) || NOT_THINGS.test(one.noun)) return [];
    const clause = clauseBefore(read, one.at);
    const rough =
      /(?:近|约|超|超过|逾|高达|不少于|不低于|至少|最多|不超过|每|人均|平均|日均|上限)$/u.test(
        one.label,
      ) || /每[^，]{0,8}$/u.test(one.label);
    const changed = /(?:增加|减少|下降|上升|增长|提高|新增|净增|降低|多|少|增|减)了?$/u.test(
      one.label,
    );
    // 由年初的320个减少到260个: the number before.
    const former =
      /[由从][^，由从]{0,10}$/u.test(clause) &&
      /^[^，。；\d]{0,8}[到至]/u.test(read.slice(one.end));
    const other =
      /(?:比|较(?![为大多好差轻重高低少小严强快慢])|同期(?!检查|抽查|共|监测|对|[^，；]{0,4}(?:检查|抽查)))[^，；]*$/u.test(
        clause,
      );
    return [
      {
        ...one,
        passage,
        scope: scopes[one.at] ?? -1,
        share: shareBehind(read, one, percentages),
        stance: stanceOf({
          // 发现不合格：33个
          label: one.label === '' ? beforeColon(read, one.at) : one.label,
          // 181件信访案件已办结161件: what stands right before the next number belongs to it.
          noun: /\d/u.test(read.charAt(one.end + one.noun.length)) ? '' : one.noun,
          tail: tailOf(read, one, all[index + 1]),
        }),
        rough,
        compared:
          changed || former || (other && !/(?:复查|复检|通报的|不合格的)/u.test(clause + one.noun)),
      },
    ];
  });
}

/** 112件（占77.1%）, 112件，占总数的77.1%. */
function shareBehind(
  read: string,
  { end }: Quantity,
  percentages: readonly Percentage[],
): Percentage | undefined {
  const next = percentages.find(({ at }) => at >= end);
  return next &&
    /^[^，。；（）\d]{0,12}[，（ ]{0,2}(?:占比?|比重)[^，。；（）\d]{0,14}$/u.test(
      read.slice(end, next.at),
    )
    ? next
    : undefined;
}

/** 4家网站、30个账号不合格: what stands behind the last of a row is said of all. */
function tailOf(read: string, { end, noun }: Quantity, next: Quantity | undefined): string {
  if (next === undefined || !/^[、和及]$/u.test(read.charAt(end + noun.length))) {
    return '';
  }
  return next.at - end - noun.length <= 2 && next.label.length <= 1 ? next.noun : '';
}

function beforeColon(read: string, at: number): string {
  return /(?<words>不?(?:合格|达标))：$/u.exec(read.slice(0, at))?.groups?.['words'] ?? '';
}

function clauseBefore(read: string, at: number): string {
  const from = Math.max(
    ...['，', '；', '。', '：', '、'].map((mark) => read.lastIndexOf(mark, at - 1)),
  );
  return read.slice(from + 1, at);
}

/** For each place the bracket that is open there, or -1. */
function scopesOf(read: string): number[] {
  const open: number[] = [];
  return [...Array(read.length).keys()].map((at) => {
    const char = read.charAt(at);
    if (char === '）') open.pop();
    const scope = open.at(-1) ?? -1;
    if (char === '（') open.push(at);
    return scope;
  });
}

/** Whether two numbers are counted alike: the same measure word, both words for persons, or 家 and 个 of sites and accounts. */
export function isAlike(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit || (isPerson(a) && isPerson(b)) || areOneThing(a, b);
}

/** 政务新媒体60家 and 微信公众号40个; 网站50家 and 不合格3个. */
function areOneThing(a: Quantity, b: Quantity): boolean {
  if (![a, b].every(({ unit }) => unit === '个' || unit === '家')) return false;
  const [own, other] = [a, b].map((one) => (isVerdict(one) ? 'verdict' : entityOf(one)));
  const isKnown = [own, other].some((one) => one === 'site' || one === 'account');
  return isKnown && (own === other || own === 'verdict' || other === 'verdict');
}

function isVerdict({ label, noun }: Quantity): boolean {
  if (/^(?:其他|其它|其余)\p{Script=Han}{0,4}$/u.test(label)) return true;
  return noun === '' && /^(?:其中)?(?:有|为)?不?(?:合格|达标)(?:的|有|为)*$/u.test(label);
}

function isPerson({ unit }: Quantity): boolean {
  return /^[名人位]$/u.test(unit);
}

const THINGS = /^[个家所项处件条座户起宗]$/u;

/** Whether two numbers may be counted alike: 学校90所, 教学点9个. */
export function mayBeAlike(a: Quantity, b: Quantity): boolean {
  return isAlike(a, b) || (THINGS.test(a.unit) && THINGS.test(b.unit));
}
