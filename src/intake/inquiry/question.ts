/** 待确认: what intake could not read without guessing. A question is answered once, in a file, and never asked again. */
import type { Place } from '../../paper/sheet.ts';

/** What is asked about, with its Chinese name. */
export const asks = {
  column: '栏名',
  listedOn: '填表日期',
  campaign: '专项',
  origin: '问题来源',
  row: '序号',
  rest: '续行',
  cells: '分格',
  host: '没有主办单位',
  unit: '单位',
  platform: '平台',
  account: '账号',
  problems: '问题类别',
  deadline: '整改时限',
  measures: '整改措施',
  same: '对应的问题',
  confirm: '是否录入',
} as const;
export type Ask = keyof typeof asks;

export interface Candidate {
  /** What to write as the answer. */
  answer: string;
  /** What it means, for people. */
  label: string;
}

export interface Question {
  ask: Ask;
  /** The words that are asked about, as they stand in the file; with `ask` they are the key of an answer. */
  text: string;
  message: string;
  candidates: Candidate[];
  places: Place[];
}

/** Collects questions, each once, and hands out the answers that were given before. */
export class Inquiry {
  readonly #answers: ReadonlyMap<string, readonly string[]>;
  readonly #questions: Map<string, Question>;
  /** The questions that came up here, also when they had come up before. */
  readonly own: Question[] = [];

  constructor(
    answers: ReadonlyMap<string, readonly string[]> = new Map(),
    questions = new Map<string, Question>(),
  ) {
    this.#answers = answers;
    this.#questions = questions;
  }

  /** The same inquiry with a list of its own: for one row. */
  part(): Inquiry {
    return new Inquiry(this.#answers, this.#questions);
  }

  get questions(): Question[] {
    return [...this.#questions.values()];
  }

  /** The answer to a question, if `use` accepts it; otherwise the question is put. */
  ask<T>(
    question: Omit<Question, 'places'>,
    place: Place,
    use: (answer: readonly string[]) => T | undefined,
  ): T | undefined {
    const key = keyOf(question.ask, question.text);
    const given = this.#answers.get(key);
    const used = given === undefined ? undefined : use(given);
    if (used !== undefined) return used;
    const message =
      given === undefined
        ? question.message
        : `答复“${given.join('、')}”用不上：${question.message}`;
    const known = this.#questions.get(key);
    if (known === undefined) this.#questions.set(key, { ...question, message, places: [place] });
    else known.places.push(place);
    this.own.push(this.#questions.get(key) ?? { ...question, message, places: [place] });
    return undefined;
  }
}

/** The key of an answer. */
export function keyOf(ask: Ask, text: string): string {
  return `${ask}\u0000${text}`;
}
