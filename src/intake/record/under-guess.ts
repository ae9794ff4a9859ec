/**
 * 一轮问完: a list whose columns are asked about is read as well as if the guesses were right, so that its rows are asked
 * about in the same round. Nothing is written before the columns are answered; whoever answers them otherwise is asked
 * anew about the rows.
 */
import { type Question, questionKey } from '../inquiry/question.ts';

/** More questions than these say that the guess is no good: then the columns are asked about alone. */
const MOST = 20;

/** What is looked at of a plan; nothing is written while `questions` are open. */
interface Plan {
  questions: Question[];
  notes: string[];
  /** Path below content/ → text. */
  files: Map<string, string>;
}

/** `beside`: how many questions stand in the same round beside those of the plan. The plan of what was answered; where only likely columns are open, with the questions that follow from them. */
export function underGuess<P extends Plan>(
  given: ReadonlyMap<string, readonly string[]>,
  plan: (given: ReadonlyMap<string, readonly string[]>, beside: number) => P,
): P {
  const first = plan(given, 0);
  const columns = first.questions.filter(({ ask }) => ask === 'column');
  if (columns.length === 0 || !columns.every(({ isLikely }) => isLikely === true)) return first;
  const guesses = columns.map((question) => [keyOf(question), [answerOf(question)]] as const);
  const second = plan(new Map([...given, ...guesses]), columns.length);
  if (second.questions.length > MOST) return first;
  const titles = columns.map((one) => `“${one.text}”是${answerOf(one)}`);
  return {
    ...second,
    questions: [...columns, ...second.questions],
    notes: [
      ...second.notes,
      `下面各处是照所猜的栏名问的（${titles.join('，')}）；栏名答得不同，各行再问一次`,
    ],
    files: new Map(),
  };
}

const keyOf = ({ ask, text }: Question): string => questionKey(ask, text);
const answerOf = ({ candidates }: Question): string => candidates[0]?.answer ?? '';
