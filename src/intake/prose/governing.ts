/** 管到后文的话: the headings and sentences under which names stand, and the problem that they say of them. */
import type { Known } from '../record/known.ts';
import type { PaperPlace } from '../../paper/sheet.ts';
import type { TextStretch } from './said/edges.ts';
import { POINTING, statementIn } from './said/statement.ts';
import { officesAlone } from './mention/office/offices.ts';
import type { Group } from './mention/group.ts';
import type { NamedMention } from './mention/named.ts';
import { ANNOUNCED, type Heading, type OutlinePiece, OVER_ALL, WITHIN } from './outline.ts';
import type { Passage } from './passage.ts';
import { isGeneral } from './tone.ts';

/** Words that may govern names which follow them. */
export interface GoverningStatement {
  passage: Passage;
  stretch: TextStretch;
}

export type Governing = Heading & {
  statement?: GoverningStatement;
  /** The accounts that are the heading; `isOnce` where only the line behind is about them, `isHere` only the paragraph. */
  subjects?: NamedMention[];
  isOnce?: boolean;
  isHere?: boolean;
  /** Problems are announced: …存在下列问题：①…；②…. */
  isListed?: boolean;
  /** They stand in the numbered lines below. */
  isBelow?: boolean;
};

/** With what announces problems, above all headings, for it holds below them as well. */
export function announced(headings: readonly Governing[], text: string): Governing[] {
  const others = headings.filter(({ level }) => level !== OVER_ALL);
  return [{ level: OVER_ALL, text: text.replace(/[：。]$/u, '') }, ...others];
}

/** Without those that govern one line only, once it is read. */
export function lastingOf(headings: readonly Governing[]): Governing[] {
  return headings.filter(({ isOnce }) => isOnce !== true);
}

/** The headings that go on above another paragraph; points below an account end where one has no number. */
export function stillAbove(
  headings: readonly Governing[],
  { plain }: Passage,
  isPlain: boolean,
): Governing[] {
  if (/^(?:附件|附：|附表)/u.test(plain)) return [];
  return headings.filter(
    ({ isHere, isBelow }) => isHere !== true && !(isPlain && isBelow === true),
  );
}

/** The account in the heading above, if it is one. */
export function subjectsAbove(headings: readonly Governing[]): NamedMention[] | undefined {
  return headings.findLast(({ subjects }) => subjects !== undefined)?.subjects;
}

/** The account above of which problems are announced, whatever words a point uses. */
export function listedAbove(headings: readonly Governing[]): NamedMention[] | undefined {
  return headings.findLast(({ isListed }) => isListed === true)?.subjects;
}

/** 该账号…, 主要问题是…: said of what was named before. */
export const BACK =
  /^(?:(?:该|此|上述|以上|这|其)(?:\d+|[两二三四五六七八九十几]+|些)?[个家]?(?:政务)?(?:账号|网站|公众号|微博|新媒体|平台|微信)|(?:存在的?)?(?:主要|突出|具体)?(?:问题|原因)(?:主要)?(?:是|为|有|包括|在于)：?|(?:(?:存在|主要|具体)的?)*(?:问题|原因|事由|理由|情形)(?:表现|描述|情况|内容)?(?:如下)?：|(?:具体|主要)?表现(?:为|在|是)?：|具体表现[为在])/u;

/** 甲网站：（1）…；（2）…, “甲发布”问题较多：一是…: whether a paragraph begins with names, which end at `to`, and points follow. */
function opensPoints(
  { level, passage: { plain }, sentences }: OutlinePiece,
  to: number,
): { isListed: boolean } | undefined {
  const end = (sentences.at(-1)?.[1] ?? 0) - 1;
  const opens = level < WITHIN && plain[end] === '：' && end + 1 < plain.length;
  const said = plain.slice(to, end);
  const isListed = opens && (isGeneral(said) || BACK.test(`${said.replace(/^[。，]/u, '')}：`));
  return opens && (to >= end || isListed) ? { isListed } : undefined;
}

/** 你局“甲”微信公众号存在下列问题：, and nothing behind it: whether the numbered lines below say what they are. */
function opensBelow(
  { level, passage: { plain }, sentences }: OutlinePiece,
  to: number,
  index: number,
): boolean {
  const end = plain.length - 1;
  const isLast = level === 0 && index === sentences.length - 1 && plain[end] === '：';
  return isLast && isGeneral(plain.slice(to, end).replace(/^(?:账号|帐号)/u, ''));
}

/** What governs a sentence in plain form, the nearest first; `note`: what is said of the whole paper. */
export function topicsAbove(
  statement: GoverningStatement | undefined,
  headings: readonly Governing[],
  note?: string,
): string[] {
  const { passage, stretch } = statement ?? {};
  const said = passage && stretch ? [passage.plain.slice(stretch.from, stretch.to)] : [];
  const all = [...said, ...headings.map(({ text }) => text).reverse()];
  return note === undefined ? all : [...all, note];
}

/** The problem of the sentence before, where the list goes on from it, or of the nearest heading that names one. */
export function governingProblem(
  headings: readonly Governing[],
  before: GoverningStatement | undefined,
  known: Known,
): string | undefined {
  const statements = [
    ...(before ? [before] : []),
    ...headings.flatMap(({ statement }) => statement ?? []).reverse(),
  ];
  for (const { passage, stretch } of statements) {
    const found = statementIn(passage.plain, stretch, known);
    if (found !== undefined) return passage.text.slice(found.from, found.to).trim();
  }
  return undefined;
}

/** The offices of a sentence that is nothing but their list, as what is spoken of below it. */
function officesAs(sentence: string, place: PaperPlace): NamedMention[] {
  return officesAlone(sentence).map((mention) => ({
    mention,
    place,
    sentence,
    findings: [],
    why: 'nothing',
    guesses: [],
  }));
}

/** 甲网站栏目逾期，此类问题涉及乙局: what is wrong by the words of the same sentence that it points back to. */
export function pointedWithin(
  { plain, text }: Passage,
  before: TextStretch,
  lead: string,
  known: Known,
): string | undefined {
  const found = POINTING.test(lead) ? statementIn(plain, before, known) : undefined;
  return found === undefined ? undefined : text.slice(found.from, found.to).trim();
}

/** 此类问题涉及甲、乙: what was said of those before; else what stands above. */
export function pointedBack(
  lead: string,
  before: readonly NamedMention[],
  above: () => string | undefined,
): string | undefined {
  if (!POINTING.test(lead) || before.length === 0) return above();
  const said = new Set(before.flatMap(({ findings }) => findings));
  return said.size === 0 ? undefined : [...said].join('，');
}

/** 以上问题限11月28日前整改，逾期未整改的移送…: what is asked for. */
const DEMAND =
  /^(?:(?:对|针对)?(?:以上|上述)[^，；。]{0,16}(?:限|请|须|要求|责令|务必|应(?!更))|(?:请|限|要求|责令)[^，；。]{2,})/u;

export const isDemand = (sentence: string): boolean => DEMAND.test(sentence);

/** The heading that a piece makes of offices, below which their own problems stand; undefined where it is none. */
export function officeHeading(
  { passage, level }: OutlinePiece,
  { from, to }: TextStretch,
): (Governing & { subjects: NamedMention[] }) | undefined {
  const [sentence, isHere] = [passage.plain.slice(from, to), level === 0];
  if (isHere && (!sentence.endsWith('：') || to === passage.plain.length)) return undefined;
  const subjects = officesAs(sentence, passage.placeAt(from));
  if (subjects.length === 0) return undefined;
  return { level: isHere ? ANNOUNCED : level, text: '', subjects, isHere };
}

/**
 * An account as a heading, or alone on a line: what is said to be wrong under it is its own. `last`: those of the
 * sentence; `index`: which of its piece it is.
 */
export function subjectHeading(
  piece: OutlinePiece,
  group: Pick<Group, 'lead' | 'to'> | undefined,
  last: NamedMention[],
  index: number,
): Governing | undefined {
  const { level, passage, sentences } = piece;
  const [isFirst, isLast] = [index === 0, index === sentences.length - 1];
  if (!isFirst && !isLast) return undefined;
  const [from = 0, to = 0] = sentences[index] ?? [];
  const points = group && last.length > 0 ? opensPoints(piece, group.to) : undefined;
  if (points !== undefined)
    return { level: ANNOUNCED, text: '', subjects: last, isHere: true, ...points };
  if (group && last.length > 0 && opensBelow(piece, group.to, index))
    return { level: ANNOUNCED, text: '', subjects: last, isListed: true, isBelow: true };
  const isOnce = level === 0;
  const isAside = group === undefined || group.to < passage.plain.length || group.lead.to > 12;
  if (!isFirst || (isOnce && isAside)) return undefined;
  const isAlone = last.every(({ why }) => why === 'nothing' || why === 'unclear');
  if (isOnce && !isAlone) return undefined;
  const subjects = isAlone && to - from <= 40 ? { subjects: last, isOnce } : {};
  return { level: isOnce ? ANNOUNCED + 0.5 : level, text: '', ...subjects };
}
