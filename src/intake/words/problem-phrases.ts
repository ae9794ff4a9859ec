/** 问题类别: the kinds of problem that a finding names, by the phrases of problems.yaml; every clause must be accounted for. */
import type { Problem } from '../../schema/vocabulary.ts';
import { likest } from './likeness.ts';
import { folded } from './wording.ts';

/** Words before a phrase that say the opposite. */
const DENIAL = /(?:未发现|没有发现|未见|不存在|没有|无)(?:存在)?$/u;
/** More characters than this behind a phrase may be another problem: 更新不及时|图片打不开. */
const MOST_BEHIND = 3;
/** Clauses that say nothing of their own. */
const EMPTY = /^(?:|等|等问题|等情况|等现象|问题|目前|经查|经核查|存在以下问题|整改中)$/u;

export interface PhraseReading {
  /** Ids in the order of the text. */
  problems: string[];
  /** The clauses in which nothing was recognised. */
  unread: string[];
}

export class ProblemPhrases {
  readonly #phrases: [phrase: string, id: string][];
  readonly #problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    this.#problems = problems;
    this.#phrases = problems
      .flatMap(({ id, name, aliases, phrases }) =>
        [...phrases, name, ...aliases].map((phrase): [string, string] => [folded(phrase), id]),
      )
      .toSorted(([a], [b]) => b.length - a.length);
  }

  /** Reads a finding, mended or not. */
  read(finding: string): PhraseReading {
    const problems: string[] = [];
    const unread: string[] = [];
    for (const clause of finding.split(/[，,；;。、\n]|(?<=\p{Script=Han}) (?=\p{Script=Han})/u)) {
      const words = folded(clause).replace(/^(?:[([]?\d{1,2}[)\].:]|[①-⑳]|[一二三四五]是)/u, '');
      const { found, isWhole } = this.#inClause(words);
      if (!isWhole && !EMPTY.test(words)) unread.push(clause.trim());
      for (const id of found) if (!problems.includes(id)) problems.push(id);
    }
    return { problems, unread };
  }

  /** True where words name a problem by themselves, all of them. */
  isFinding(words: string): boolean {
    const { problems, unread } = this.read(words);
    return problems.length > 0 && unread.length === 0;
  }

  title(id: string): string | undefined {
    return this.#problems.find((problem) => problem.id === id)?.name;
  }

  /** Ids, those first whose phrases are like the words. */
  ranked(words: string): string[] {
    return [
      ...new Set([
        ...likest(folded(words), this.#phrases, 0.4),
        ...this.#problems.map(({ id }) => id),
      ]),
    ];
  }

  /** The kinds in a clause; `isWhole` when nothing but a subject stands beside them. */
  #inClause(words: string): { found: string[]; isWhole: boolean } {
    const found: { at: number; id: string }[] = [];
    let rest = words;
    for (const [phrase, id] of this.#phrases) {
      const at = rest.indexOf(phrase);
      if (at < 0 || DENIAL.test(words.slice(0, at))) continue;
      found.push({ at, id });
      rest = rest.replace(phrase, '\u0000'.repeat(phrase.length));
    }
    const [, ...behind] = rest.split(/\u0000+/u);
    return {
      found: found.toSorted((a, b) => a.at - b.at).map(({ id }) => id),
      isWhole: found.length > 0 && behind.every(({ length }) => length <= MOST_BEHIND),
    };
  }
}
