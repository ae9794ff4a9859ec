/**
 * 一轮问完: a list whose columns are asked about is read as well as if the guesses were right — and as if a column that
 * sounds like nothing and may be spared were left out —, so that its rows are asked about in the same round. Nothing is
 * written before the columns are answered; whoever answers them otherwise is asked anew about the rows that it changes.
 */
import { columnTitles } from '../list/column-names.ts';
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

/** `beside`: how many questions stand in the same round beside those of the plan. The plan of what was answered; where columns are open, with the questions that follow from what they are likely to be. */
export function underGuess<P extends Plan>(
  given: ReadonlyMap<string, readonly string[]>,
  plan: (given: ReadonlyMap<string, readonly string[]>, beside: number) => P,
): P {
  const first = plan(given, 0);
  const columns = first.questions.filter(({ ask }) => ask === 'column');
  if (columns.length === 0 || columns.some(isNeeded)) return first;
  const guesses = columns.map((question) => [keyOf(question), [answerOf(question)]] as const);
  const second = plan(new Map([...given, ...guesses]), columns.length);
  if (second.questions.length > MOST) return first;
  const titles = columns.map((one) => {
    const answer = answerOf(one);
    return `“${one.text}”${answer === columnTitles.ignored ? '' : '是'}${answer}`;
  });
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
const answerOf = ({ candidates, isLikely }: Question): string =>
  (isLikely === true ? candidates[0]?.answer : undefined) ?? columnTitles.ignored;
/** What a list may do without: rows are read whole, whatever such a column is. Whose they are and what is wrong they need. */
const SPARED: readonly string[] = [columnTitles.measures, columnTitles.deadline];
const isNeeded = ({ candidates, isLikely }: Question): boolean =>
  isLikely !== true && !SPARED.includes(candidates[0]?.answer ?? '');
