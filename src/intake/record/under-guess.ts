/**
 * 一轮问完: a list whose columns are asked about is read as well as if the guesses were right — and as if a column that
 * sounds like nothing and may be spared were left out —, so that its rows are asked about in the same round. Nothing is
 * written before the columns are answered; whoever answers them otherwise is asked anew about the rows that it changes.
 */
import { columnTitles } from '../list/column-names.ts';
import { MOST_A_ROUND, type Question, questionKey } from '../inquiry/question.ts';

/** More questions than these say that the guess is no good: then the columns are asked about alone. */
const MOST = 20;

type Answers = ReadonlyMap<string, readonly string[]>;

/** What is looked at of a plan; nothing is written while `questions` are open. */
interface Plan {
  questions: Question[];
  notes: string[];
  /** Path below content/ → text. */
  files: Map<string, string>;
}

/** The answer to all columns at once: each is what it sounds like. */
const AS_GUESSED = '都照所猜的';
/** With the kind of question it is the key of that answer. */
const ALL_COLUMNS = '不认得的各栏';

/** `beside`: how many questions stand in the same round beside those of the plan. The plan of what was answered; where columns are open, with the questions that follow from what they are likely to be. */
export function underGuess<P extends Plan>(
  given: Answers,
  plan: (given: Answers, beside: number) => P,
): P {
  const known = answeredAtOnce(given, plan);
  const first = plan(known, 0);
  const columns = first.questions.filter(({ ask }) => ask === 'column');
  if (columns.length === 0 || columns.some(isNeeded)) return first;
  const guesses = columns.map((question) => [keyOf(question), [answerOf(question)]] as const);
  const guessed = new Map([...known, ...guesses]);
  const apart = plan(guessed, columns.length);
  if (apart.questions.length > MOST) return first;
  const isLong = columns.length > 2 && columns.length + apart.questions.length > MOST_A_ROUND;
  const second = isLong ? plan(guessed, 1) : apart;
  const titles = columns.map((one) => {
    const answer = answerOf(one);
    return `“${one.text}”${answer === columnTitles.ignored ? '' : '是'}${answer}`;
  });
  return {
    ...second,
    questions: [...(isLong ? [atOnce(columns)] : columns), ...second.questions],
    notes: [
      ...second.notes,
      `下面各处是照所猜的栏名问的（${titles.join('，')}）；栏名答得不同，各行再问一次`,
    ],
    files: new Map(),
  };
}

/** The answers, and those that one answer to all columns stands for. */
function answeredAtOnce(given: Answers, plan: (given: Answers, beside: number) => Plan): Answers {
  if (given.get(questionKey('column', ALL_COLUMNS))?.[0] !== AS_GUESSED) return given;
  const likely = plan(given, 0).questions.filter(
    ({ ask, isLikely }) => ask === 'column' && isLikely === true,
  );
  return new Map([...likely.map((one) => [keyOf(one), [answerOf(one)]] as const), ...given]);
}

/** The columns as one question, where a round would have too many. */
function atOnce(columns: readonly Question[]): Question {
  const guesses = columns.map((one) => `“${one.text}”：${answerOf(one)}`).join('；');
  return {
    ask: 'column',
    text: ALL_COLUMNS,
    message: `有 ${columns.length} 栏的栏名不认得；所猜的是：${guesses}。都对就答“${AS_GUESSED}”，不对的在下面各答各的`,
    candidates: [{ answer: AS_GUESSED, label: guesses }],
    places: columns.flatMap(({ places }) => places),
    isLikely: true,
    each: [...columns],
  };
}

const keyOf = ({ ask, text }: Question): string => questionKey(ask, text);
const answerOf = ({ candidates, isLikely }: Question): string =>
  (isLikely === true ? candidates[0]?.answer : undefined) ?? columnTitles.ignored;
/** What a list may do without: rows are read whole, whatever such a column is. Whose they are and what is wrong they need. */
const SPARED: readonly string[] = [columnTitles.measures, columnTitles.deadline];
const isNeeded = ({ candidates, isLikely }: Question): boolean =>
  isLikely !== true && !SPARED.includes(candidates[0]?.answer ?? '');
