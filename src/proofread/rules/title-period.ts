/** 开头与标题: 关于第四季度检查情况的通报 over an opening that says 组织开展了第三季度检查，现将情况通报如下. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';
import { TITLE } from './titles.ts';

/** A period of one of three lengths, with its year where it is told. */
const PERIOD =
  /(?:(?<year>\d{4})年)?(?:第?(?<quarter>[一二三四])季度|(?<half>[上下])半年|(?<month>\d{1,2})月份?(?![\d日至到\-—－～、]))/gu;
const CHECKED = '检查|抽查|监测|巡查|巡检|普查|测评|考核';
/** Looked at in the opening: 开展了…第三季度…检查, 对二季度…进行了监测. */
const DONE = new RegExp(
  `(?:(?:开展|组织|进行|实施|完成)了|组织(?:开展|实施)|开展)(?<made>[^，。；]{2,44}?)(?:${CHECKED})|对(?<seen>[^，。；]{2,44}?)(?:进行|开展|组织)了?[^，。；]{0,6}(?:${CHECKED})`,
  'gu',
);
const ANNOUNCED = new RegExp(
  `现将(?<what>[^，。；]{2,40}?(?:${CHECKED})[^，。；]{0,10}?(?:情况|结果))(?:予以)?(?:通报|公布|报告|通告)如下`,
  'u',
);
/** About what was found before, or about more than one period. */
const OTHER =
  /整改|复查|复核|回头看|问题|通报(?!如下)|基础上|上[一个]*[季年月期]|以来|(?<!日)至(?!少)|结合|年度|全年/u;

interface Named {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly year: string | undefined;
  readonly kind: 'quarter' | 'half' | 'month';
  readonly value: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const title = paragraphs.slice(0, 3).find(({ read }) => TITLE.test(read.trim()));
  if (title === undefined || OTHER.test(title.read.replace(/的?通报$/u, ''))) return [];
  const [own, another] = periodsIn(title, 0, title.read);
  const opening = paragraphs
    .slice(paragraphs.indexOf(title) + 1, paragraphs.indexOf(title) + 5)
    .find(({ read }) => /(?:通报|情况|公布|报告)如下/u.test(read));
  if (own === undefined || another !== undefined || opening === undefined) return [];
  return sentencesOf(opening.read).flatMap((sentence) => {
    const now = announcedIn(opening, sentence);
    const { text, at } = sentence;
    if (now !== undefined && now.kind === own.kind && !isSame(own, now)) return [wrong(now, own)];
    const plain = text.replace(/《[^《》]*》/gu, (title) => ' '.repeat(title.length));
    const [only, more] = periodsIn(opening, at, plain);
    const done = [...plain.matchAll(DONE)].find((match) => {
      const words = match.groups?.['made'] ?? match.groups?.['seen'] ?? '';
      const start = at + match.index + match[0].indexOf(words);
      return only !== undefined && only.at >= start && only.end <= start + words.length;
    });
    if (only === undefined || more !== undefined || done === undefined) return [];
    if (OTHER.test(plain.slice(0, done.index + done[0].length))) return [];
    if (only.kind !== own.kind || isSame(own, only)) return [];
    return [wrong(only, own)];
  });
}

function wrong(told: Named, own: Named): Contradiction {
  const [said, titled] = [told, own].map(({ passage, at, end }) => passage.text.slice(at, end));
  return disagreement(titlePeriodRule.id, [told], own, {
    message: `开头写的是“${said ?? ''}”，标题写的是“${titled ?? ''}”`,
    expected: '开头与标题所指的时段相同',
  });
}

/** 现将2024年第三季度检查情况通报如下: what the paper is about, in its own words. */
function announcedIn(
  opening: PlacedText,
  { text, at }: { text: string; at: number },
): Named | undefined {
  const match = ANNOUNCED.exec(text.replace(/《[^《》]*》/gu, (title) => ' '.repeat(title.length)));
  const words = match?.groups?.['what'] ?? '';
  if (match === null || OTHER.test(words)) return undefined;
  const start = at + match.index + match[0].indexOf(words);
  const [only, more] = periodsIn(opening, start, words);
  return more === undefined ? only : undefined;
}

function periodsIn(passage: PlacedText, start: number, words: string): Named[] {
  return [...words.matchAll(PERIOD)].map((match) => {
    const { year, quarter, half, month } = match.groups ?? {};
    const at = start + match.index;
    const kind = quarter !== undefined ? 'quarter' : half !== undefined ? 'half' : 'month';
    const value = quarter ?? half ?? String(Number(month));
    return { passage, at, end: at + match[0].length, year, kind, value };
  });
}

/** Of one year where both name theirs. */
function isSame(a: Named, b: Named): boolean {
  const isYear = a.year === undefined || b.year === undefined || a.year === b.year;
  return a.value === b.value && isYear;
}

export const titlePeriodRule: ProofRule = { id: 'title-period', name: '开头与标题的时段', check };
