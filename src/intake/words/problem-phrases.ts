/** 问题类别: the kinds of problem that a finding names, by the phrases of problems.yaml; every clause must be accounted for. */
import type { Problem } from '../../schema/vocabulary.ts';
import { mostAlike } from './likeness.ts';
import { expandedPattern } from './pattern.ts';
import { sameWords } from './same-words.ts';
import { patternOf } from '../../text/notation/pattern.ts';

/** What fits no kind, under its own words. */
export const OTHER_PROBLEM = 'other';
/** Words before a phrase that say the opposite. */
const DENIAL = /(?:未发现|未见|不存在|未出现|未)(?:存在|任何|明显)*$/u;
/** More characters than this behind a phrase may be another problem: 更新不及时|图片打不开. */
const MOST_BEHIND = 3;
/** Days and counts behind a phrase say when and how often, not what: 最近一次更新为|2020年3月. */
const MEASURE = /[\d年月日号至到今近约余多个条处次篇项天周.%—-]+/gu;
/** Words behind a phrase that say how much of it there is. */
const TAIL =
  /[(](?:单项否决|[扣减]\d+(?:\.\d+)?分|已?逾期|见附件\d*|见截图)[)]|的?(?:情况|问题|现象|情形|行为)|较为|比较|较|突出|严重|明显|普遍|频繁/gu;
/** 错别字“人民镇府”, 错链（“办事指南”“政策文件”等）: what was found, word for word, behind what it is. */
const EXAMPLE = /[:：(（]?(?:如|例如|即)?(?:[“"][^“”"]{1,30}[”"][、，]?)+等?[)）]?$/u;

/** How long, since when, of what: what a phrase leaves open and is no other problem, 最近一次更新|距今已超过半年. */
const FILLING =
  /超过?|[已达近逾约共计仍均也就于在是为自起前后内间以上下来左右之久长期时半数多几一二两三四五六七八九十百\d年月日号周天个次条处篇项季度旬初底末今去本上星期小工作]|距今|停留|信息|内容|文章|稿件|动态|消息|资讯|政务|任何|新的?|有关|相关|发布|更新|时间|日期|[:.%—-]/gu;
/** Clauses that say nothing of their own. */
const EMPTY =
  /^(?:|等|等问题|等情况|等现象|问题|目前|经查|经核查|经检查|存在以下问题|整改中|(?:每[处个条次])?(?:共|各)?[扣减计]\d+(?:\.\d+)?分|-\d+(?:\.\d+)?分|[(]?单项否决[)]?|(?:账号)?(?:早已|已经?|现已|长期)?(?:停用|停运|弃用))$|^(?:如|例如|包括|涉及|其中|分别为|详见|具体为)/u;
const STRONG_MARKS = /[，,；;。\n]|(?<=\p{Script=Han}) (?=\p{Script=Han})/u;

export interface PhraseReading {
  /** Ids in the order of the text. */
  problems: string[];
  /** The clauses in which nothing was recognised. */
  unread: string[];
}

export class ProblemPhrases {
  /** By their first two characters, or the first where a gap follows it. */
  readonly #byBeginning: ReadonlyMap<string, Phrase[]>;
  /** The longest first. */
  readonly #order: ReadonlyMap<Phrase, number>;
  /** Wordings that stand for themselves alone, for offering kinds. */
  readonly #ranked: (readonly [words: string, id: string])[];
  readonly #problems: readonly Problem[];
  readonly #read = new Map<string, PhraseReading>();
  readonly #byName = new Map<string, string>();

  constructor(problems: readonly Problem[]) {
    this.#problems = problems;
    for (const { id, name, aliases } of problems)
      for (const one of [id, name, ...aliases]) this.#byName.set(sameWords(one), id);
    const wordings = problems.flatMap(({ id, name, aliases, phrases }) =>
      (id === OTHER_PROBLEM ? [] : [...phrases, name, ...aliases]).map((words) => ({ words, id })),
    );
    this.#ranked = wordings.flatMap(({ words, id }) =>
      expandedPattern(words).length > 1 ? [] : [[sameWords(words), id] as const],
    );
    const phrases = wordings
      .flatMap(({ words, id }) => expandedPattern(words).map((one) => phraseOf(sameWords(one), id)))
      .toSorted((a, b) => b.length - a.length);
    this.#order = new Map(phrases.map((phrase, index) => [phrase, index]));
    this.#byBeginning = Map.groupBy(phrases, ({ beginning }) => beginning);
  }

  /** Reads a finding, mended or not. */
  read(finding: string): PhraseReading {
    const known = this.#read.get(finding);
    if (known !== undefined) return known;
    const problems: string[] = [];
    const unread: string[] = [];
    for (const clause of finding.split(STRONG_MARKS)) {
      const reading = this.#withExample(clause);
      unread.push(...reading.unread);
      for (const id of reading.found) if (!problems.includes(id)) problems.push(id);
    }
    // 最近一次更新为3月，|超过一个月: how long, beside what.
    const own = problems.length > 0 ? unread.filter((clause) => !isFilling(clause)) : unread;
    const reading = { problems, unread: own };
    this.#read.set(finding, reading);
    return reading;
  }

  /** True where words name a problem by themselves, all of them. */
  isFinding(words: string): boolean {
    const { problems, unread } = this.read(words);
    return problems.length > 0 && unread.length === 0;
  }

  title(id: string): string | undefined {
    return this.#problems.find((problem) => problem.id === id)?.name;
  }

  /** The kind whose id, name or alias this is. */
  named(words: string): string | undefined {
    return this.#byName.get(sameWords(words));
  }

  /** Ids, those first whose phrases are like the words. */
  ranked(words: string): string[] {
    return [
      ...new Set([
        ...mostAlike(sameWords(words), this.#ranked, 0.4),
        ...this.#problems.map(({ id }) => id),
      ]),
    ];
  }

  /** The phrases that may stand in words, the longest first. */
  #in(words: string): Phrase[] {
    const beginnings = new Set(
      [...words].flatMap((char, at) => [char, char + (words[at + 1] ?? '')]),
    );
    return [...beginnings]
      .flatMap((beginning) => this.#byBeginning.get(beginning) ?? [])
      .toSorted((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  /** A clause; the example that it ends in says nothing of its own where all before it is understood. */
  #withExample(clause: string): { found: string[]; unread: string[] } {
    const reading = this.#inClause(clause);
    if (reading.unread.length === 0 || !EXAMPLE.test(clause)) return reading;
    const before = this.#inClause(clause.replace(EXAMPLE, ''));
    return before.found.length > 0 && before.unread.length === 0 ? before : reading;
  }

  /** The kinds in a clause, and its parts beside whose phrases something else stands than a subject. */
  #inClause(clause: string): { found: string[]; unread: string[] } {
    const words = sameWords(clause).replace(/^(?:[([]?\d{1,2}[)\].:、]|[①-⑳]|[一二三四五]是)/u, '');
    const found: { at: number; id: string }[] = [];
    let rest = words;
    for (const { words: phrase, pattern, id } of this.#in(words)) {
      const at = pattern === undefined ? rest.indexOf(phrase) : rest.search(pattern);
      if (at < 0) continue;
      // 未发现|错别字: nor is 别字 said.
      const isDenied = DENIAL.test(words.slice(0, at));
      if (!isDenied) found.push({ at, id });
      rest = rest.replace(pattern ?? phrase, (match) =>
        match.replace(/[^、]/gu, isDenied ? '\u0001' : '\u0000'),
      );
    }
    const parts = rest.split('、');
    const written = clause.split('、');
    const unread = parts.flatMap((part, index) => {
      const behind = part
        .split(/\u0000+/u)
        .slice(1)
        .map((piece) => piece.replace(EXAMPLE, ''));
      const isWhole =
        part.includes('\u0000') &&
        behind.every(
          (piece) =>
            piece.replace(TAIL, '').replace(MEASURE, '').length <= MOST_BEHIND ||
            piece.replace(TAIL, '').replace(FILLING, '') === '',
        );
      if (isWhole || EMPTY.test(part)) return [];
      return [(written.length === parts.length ? (written[index] ?? '') : clause).trim()];
    });
    if (unread.length === parts.length && parts.length > 1)
      unread.splice(0, unread.length, clause.trim());
    return { found: found.toSorted((a, b) => a.at - b.at).map(({ id }) => id), unread };
  }
}

function isFilling(clause: string): boolean {
  return (
    /\d|[一二三四五六七八九十两半多几]/u.test(clause) &&
    sameWords(clause).replace(FILLING, '') === ''
  );
}

/** 栏目…未更新: up to so many characters may stand between. */
const GAP = String.raw`[^、\u0000\u0001]{0,16}?`;

interface Phrase {
  words: string;
  /** Without what stands for a gap. */
  length: number;
  beginning: string;
  id: string;
  /** Of a phrase with a gap in it. */
  pattern?: RegExp;
}

function phraseOf(words: string, id: string): Phrase {
  // Folding writes … as three points.
  const pieces = words.split(/\.{3,}/u);
  const beginning = (pieces[0] ?? '').slice(0, 2);
  if (pieces.length < 2) return { words, length: words.length, beginning, id };
  const literal = pieces.map(patternOf);
  const { length } = pieces.join('');
  return { words, length, beginning, id, pattern: new RegExp(literal.join(GAP), 'u') };
}
