/** 待确认: what intake could not read without guessing. A question is answered once, in a file, and never asked again. */
import { type PaperPlace, placeInWords } from '../../paper/sheet.ts';

/** What is asked about, with its Chinese name. */
export const asks = {
  column: '栏名',
  table: '没有读的表',
  owner: '表上方的单位',
  listedOn: '填表日期',
  campaign: '专项',
  origin: '问题来源',
  row: '序号',
  rest: '续行',
  items: '分条',
  cells: '分格',
  host: '没有主办单位',
  unit: '单位',
  lead: '牵头和配合单位',
  platform: '平台',
  account: '账号',
  accounts: '几个账号',
  problems: '问题类别',
  deadline: '整改时限',
  measures: '整改措施',
  status: '已办结的行',
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
  places: PaperPlace[];
  /** The first answer offered is likely right: what follows from it may be asked in the same round. */
  isLikely?: boolean;
  /** Of a question for many values: each of them by itself, for whoever answers them one by one. */
  each?: Question[];
}

/** One question for many values, put where more than `above` of them are asked about. */
export interface Bulk {
  /** With the kind of question it is the key of the answer. */
  text: string;
  above: number;
  message: (values: readonly Question[]) => string;
  candidates: Candidate[];
}

export type AskedQuestion = Omit<Question, 'places'> & { bulk?: Bulk };

/** What is known of all parts of an inquiry. */
interface Collected {
  questions: Map<string, { question: Question; bulk?: Bulk | undefined }>;
}

/** More questions in a round nobody answers with care. */
export const MOST_A_ROUND = 12;

/** Collects questions, each once, and hands out the answers that were given before. */
export class Inquiry {
  readonly #answers: ReadonlyMap<string, readonly string[]>;
  readonly #collected: Collected;
  /** The questions that came up here, also when they had come up before. */
  readonly own: Question[] = [];
  /** How many questions are put beside these in the same round. */
  beside = 0;

  constructor(
    answers: ReadonlyMap<string, readonly string[]> = new Map(),
    collected: Collected = { questions: new Map() },
  ) {
    this.#answers = answers;
    this.#collected = collected;
  }

  /** The same inquiry with a list of its own: for one row. */
  part(): Inquiry {
    return new Inquiry(this.#answers, this.#collected);
  }

  /** Every question once; those for many values together, and where a round has too many those for two as well. */
  get questions(): Question[] {
    const put = this.#put((bulk) => bulk.above);
    return put.length + this.beside > MOST_A_ROUND ? this.#put(() => 1) : put;
  }

  #put(aboveOf: (bulk: Bulk) => number): Question[] {
    const held = [...this.#collected.questions.values()];
    const groups = Map.groupBy(held, ({ question, bulk }) =>
      bulk === undefined ? '' : questionKey(question.ask, bulk.text),
    );
    const put = new Set<string>();
    return held.flatMap(({ question, bulk }) => {
      if (bulk === undefined) return [question];
      const key = questionKey(question.ask, bulk.text);
      const values = (groups.get(key) ?? []).map((one) => one.question);
      if (values.length <= aboveOf(bulk)) return [question];
      if (put.has(key)) return [];
      put.add(key);
      return [together(question.ask, bulk, values)];
    });
  }

  /** True where a question of one of these kinds is open. */
  isOpen(...kinds: readonly Ask[]): boolean {
    return [...this.#collected.questions.values()].some(({ question }) =>
      kinds.includes(question.ask),
    );
  }

  /** The answer to a question, if `use` accepts it; otherwise the question is put. */
  ask<T>(
    asked: AskedQuestion,
    place: PaperPlace,
    use: (answer: readonly string[]) => T | undefined,
  ): T | undefined {
    const { bulk, ...question } = asked;
    const key = questionKey(question.ask, question.text);
    const given = this.#answers.get(key) ?? this.#bulkAnswer(question.ask, bulk);
    const used = given === undefined ? undefined : use(given);
    if (used !== undefined) return used;
    const { questions } = this.#collected;
    const message =
      given === undefined
        ? question.message
        : `答复“${given.join('、')}”用不上：${question.message}`;
    const known = questions.get(key)?.question;
    const put = known ?? { ...question, message, places: [] };
    put.places.push(place);
    if (known === undefined) questions.set(key, { question: put, bulk });
    this.own.push(put);
    return undefined;
  }

  /** An answer that was given before, without putting the question. */
  answered(ask: Ask, text: string): readonly string[] | undefined {
    return this.#answers.get(questionKey(ask, text));
  }

  #bulkAnswer(ask: Ask, bulk: Bulk | undefined): readonly string[] | undefined {
    return bulk && this.#answers.get(questionKey(ask, bulk.text));
  }
}

function together(
  ask: Ask,
  { text, message, candidates }: Bulk,
  values: readonly Question[],
): Question {
  return {
    ask,
    text,
    message: `${message(values)}；要分别答的，在下面各答各的`,
    candidates,
    places: values.flatMap(({ places }) => places),
    each: [...values],
  };
}

/** The key of an answer. */
export function questionKey(ask: Ask, text: string): string {
  return `${ask}\u0000${text}`;
}

/** What a key is made of. */
export function questionParts(key: string): { ask: Ask; text: string } {
  const [ask = '', ...text] = key.split('\u0000');
  return { ask: ask as Ask, text: text.join('\u0000') };
}

/** `“甲”“乙”“丙”等 12 种`, for a question about many values. */
export function valuesInWords(values: readonly Question[], most = 40): string {
  const named = values.slice(0, most).map(({ text }) => `“${text}”`);
  return `${named.join('')}${values.length > most ? `等 ${values.length} 种` : ''}`;
}

/** Where a question came up: 清单.xlsx · 第5行；清单.xlsx · 第8行 等 12 处. */
export function placesInWords({ places }: Question, most = 5): string {
  const named = [...new Set(places.map(placeInWords))].filter((place) => place !== '');
  const shown = named.slice(0, most).join('；');
  return named.length > most ? `${shown} 等 ${named.length} 处` : shown;
}
